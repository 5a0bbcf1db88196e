import { expect, test } from 'vitest';
import { readPlain } from '../../src/webmail/read-plain.ts';

/** Language, who wrote when, headers, a line that announces another message, what a telephone adds. */
const samples: readonly (readonly [string, string, string, string, string])[] = [
  [
    'English',
    'On Tue, 4 Mar 2025 at 09:30, Ida Berg <ida@port.example> wrote:',
    'From: Ida Berg <ida@port.example>\nSent: Tuesday\nTo: Sam\nSubject: The pier',
    '---------- Forwarded message ---------',
    'Sent from my iPhone',
  ],
  [
    'German',
    'Am Di., 4. März 2025 um 09:30 Uhr schrieb Ida Berg <ida@port.example>:',
    'Von: Ida Berg <ida@port.example>\nGesendet: Dienstag, 4. März 2025\nAn: Sam\nBetreff: Der Steg',
    '-------- Weitergeleitete Nachricht --------',
    'Von meinem iPhone gesendet',
  ],
  [
    'French',
    'Le mar. 4 mars 2025 à 09:30, Ida Berg <ida@port.example> a écrit :',
    'De : Ida Berg <ida@port.example>\nEnvoyé : mardi 4 mars 2025\nÀ : Sam\nObjet : Le quai',
    '----- Message transféré -----',
    'Envoyé de mon iPhone',
  ],
  [
    'Spanish',
    'El mar, 4 mar 2025 a las 9:30, Ida Berg (<ida@port.example>) escribió:',
    'De: Ida Berg <ida@port.example>\nEnviado el: martes\nPara: Sam\nAsunto: El muelle',
    '---------- Mensaje reenviado ---------',
    'Enviado desde mi iPhone',
  ],
  [
    'Italian',
    'Il giorno mar 4 mar 2025 alle ore 09:30 Ida Berg <ida@port.example> ha scritto:',
    'Da: Ida Berg <ida@port.example>\nInviato: martedì\nA: Sam\nOggetto: Il molo',
    '----- Messaggio inoltrato -----',
    'Inviato da iPhone',
  ],
  [
    'Portuguese',
    'Em ter., 4 de mar. de 2025 às 09:30, Ida Berg <ida@port.example> escreveu:',
    'De: Ida Berg <ida@port.example>\nEnviada em: terça-feira\nPara: Sam\nAssunto: O cais',
    '---------- Mensagem encaminhada ---------',
    'Enviado do meu iPhone',
  ],
  [
    'Dutch',
    'Op di 4 mrt 2025 om 09:30 schreef Ida Berg <ida@port.example>:',
    'Van: Ida Berg <ida@port.example>\nVerzonden: dinsdag\nAan: Sam\nOnderwerp: De steiger',
    '-----Oorspronkelijk bericht-----',
    'Verstuurd vanaf mijn iPhone',
  ],
  [
    'Polish',
    'wt., 4 mar 2025 o 09:30 Ida Berg <ida@port.example> napisał(a):',
    'Od: Ida Berg <ida@port.example>\nWysłano: wtorek\nDo: Sam\nTemat: Molo',
    '---------- Wiadomość przekazana ---------',
    'Wysłane z iPhone’a',
  ],
  [
    'Swedish',
    'Den tis 4 mars 2025 kl 09:30 skrev Ida Berg <ida@port.example>:',
    'Från: Ida Berg <ida@port.example>\nSkickat: den 4 mars 2025\nTill: Sam\nÄmne: Bryggan',
    '----- Ursprungligt meddelande -----',
    'Skickat från min iPhone',
  ],
  [
    'Danish',
    'Den tirs. 4. mar. 2025 kl. 09.30 skrev Ida Berg <ida@port.example>:',
    'Fra: Ida Berg <ida@port.example>\nSendt: 4. marts 2025\nTil: Sam\nEmne: Broen',
    '-----Oprindelig meddelelse-----',
    'Sendt fra min iPhone',
  ],
  [
    'Norwegian',
    'tir. 4. mars 2025 kl. 09:30 skrev Ida Berg <ida@port.example>:',
    'Fra: Ida Berg <ida@port.example>\nSendt: tirsdag 4. mars\nTil: Sam\nEmne: Brygga',
    '-------- Opprinnelig melding --------',
    'Sendt fra min iPad',
  ],
  [
    'Finnish',
    'ti 4. maalisk. 2025 klo 9.30 Ida Berg (ida@port.example) kirjoitti:',
    'Lähettäjä: Ida Berg <ida@port.example>\nLähetetty: tiistai\nVastaanottaja: Sam\nAihe: Laituri',
    '----- Alkuperäinen viesti -----',
    'Lähetetty iPhonesta',
  ],
  [
    'Czech',
    'út 4. 3. 2025 v 9:30 odesílatel Ida Berg <ida@port.example> napsal:',
    'Od: Ida Berg <ida@port.example>\nOdesláno: úterý\nKomu: Sam\nPředmět: Molo',
    '-------- Původní zpráva --------',
    'Odesláno z iPhonu',
  ],
  [
    'Hungarian',
    'Ida Berg <ida@port.example> ezt írta (időpont: 2025. márc. 4., K, 9:30):',
    'Feladó: Ida Berg <ida@port.example>\nElküldve: kedd\nCímzett: Sam\nTárgy: A móló',
    '-------- Eredeti üzenet --------',
    'Az iPhone-omról küldve',
  ],
  [
    'Romanian',
    'În mar., 4 mar. 2025 la 09:30, Ida Berg <ida@port.example> a scris:',
    'De la: Ida Berg <ida@port.example>\nTrimis: marți\nCătre: Sam\nSubiect: Debarcaderul',
    '-------- Mesaj original --------',
    'Trimis de pe iPhone-ul meu',
  ],
  [
    'Turkish',
    'Ida Berg <ida@port.example>, 4 Mar 2025 Sal, 09:30 tarihinde şunu yazdı:',
    'Kimden: Ida Berg <ida@port.example>\nGönderildi: 4 Mart 2025 Salı\nKime: Sam\nKonu: İskele',
    '---------- İletilen ileti ---------',
    'iPhone’umdan gönderildi',
  ],
  [
    'Russian',
    'вт, 4 мар. 2025 г. в 09:30, Ida Berg <ida@port.example>:',
    'От: Ida Berg <ida@port.example>\nОтправлено: 4 марта 2025 г.\nКому: Sam\nТема: Причал',
    '-------- Пересылаемое сообщение --------',
    'Отправлено с iPhone',
  ],
  [
    'Ukrainian',
    'вт, 4 бер. 2025 р. о 09:30 Ida Berg <ida@port.example> пише:',
    'Від: Ida Berg <ida@port.example>\nНадіслано: вівторок\nКому: Sam\nТема: Причал',
    '-------- Оригінальне повідомлення --------',
    'Надіслано з iPhone',
  ],
  [
    'Greek',
    'Στις Τρί 4 Μαρ 2025 στις 9:30 π.μ., Ida Berg <ida@port.example> έγραψε:',
    'Από: Ida Berg <ida@port.example>\nΣτάλθηκε: Τρίτη\nΠρος: Sam\nΘέμα: Η προβλήτα',
    '-------- Αρχικό μήνυμα --------',
    'Στάλθηκε από το iPhone μου',
  ],
  [
    'Japanese',
    '2025年3月4日(火) 9:30 Ida Berg <ida@port.example>:',
    '差出人: Ida Berg <ida@port.example>\n送信日時: 2025年3月4日\n宛先: Sam\n件名: 桟橋',
    '----- 元のメッセージ -----',
    'iPhoneから送信',
  ],
  [
    'Chinese',
    'Ida Berg <ida@port.example> 于2025年3月4日周二 09:30写道：',
    '发件人: Ida Berg <ida@port.example>\n发送时间: 2025年3月4日\n收件人: Sam\n主题: 码头',
    '---------- 转发的邮件 ---------',
    '从我的 iPhone 发送',
  ],
  [
    'Chinese of Taiwan',
    'Ida Berg <ida@port.example> 於 2025年3月4日 週二 上午9:30寫道：',
    '寄件者: Ida Berg <ida@port.example>\n寄件日期: 2025年3月4日\n收件者: Sam\n主旨: 碼頭',
    '-----原始郵件-----',
    '從我的 iPhone 傳送',
  ],
  [
    'Korean',
    '2025년 3월 4일 (화) 오전 9:30, Ida Berg <ida@port.example>님이 작성:',
    '보낸 사람: Ida Berg <ida@port.example>\n보낸 날짜: 2025년 3월 4일\n받는 사람: Sam\n제목: 부두',
    '-----원본 메시지-----',
    '나의 iPhone에서 보냄',
  ],
  [
    'Arabic',
    'في الثلاثاء، 4 مارس 2025 في 9:30 ص تمت كتابة ما يلي بواسطة Ida Berg <ida@port.example>:',
    'من: Ida Berg <ida@port.example>\nتم الإرسال: الثلاثاء\nإلى: Sam\nالموضوع: الرصيف',
    '-------- الرسالة الأصلية --------',
    'أرسلت من الـ iPhone',
  ],
  [
    'Hebrew',
    '\u202bבתאריך יום ג׳, 4 במרץ 2025 ב-9:30 מאת Ida Berg <\u202aida@port.example\u202c>:\u202c',
    'מאת: Ida Berg <ida@port.example>\nנשלח: יום שלישי\nאל: Sam\nנושא: המזח',
    '-------- הודעה מקורית --------',
    'נשלח מה-iPhone שלי',
  ],
  [
    'Vietnamese',
    'Vào Th 3, 4 thg 3, 2025 vào lúc 09:30 Ida Berg <ida@port.example> đã viết:',
    'Từ: Ida Berg <ida@port.example>\nĐã gửi: Thứ Ba\nĐến: Sam\nChủ đề: Bến tàu',
    '-------- Thư gốc --------',
    'Gửi từ iPhone của tôi',
  ],
];

const own = 'Friday suits me.\n\nSam';

test.each(samples)('%s: who wrote when, with and without marks below', (_language, line) => {
  const shown = line.normalize('NFC');
  expect(readPlain(`${own}\n\n${line}\n> Is Friday fine?`)).toEqual({
    text: own,
    quote: `${shown}\n> Is Friday fine?`,
    signature: '',
  });
  expect(readPlain(`${own}\n\n${line}\n\nIs Friday fine?\nIda`).text).toBe(own);
});

test.each(samples)('%s: who wrote when, wrapped over two to four lines', (_language, line) => {
  const words = line.split(' ');
  // A line with nothing but a name in it cannot be told from a signature.
  for (const rows of words.length < 8 ? [2] : [2, 3, 4]) {
    const size = Math.ceil(words.length / rows);
    const wrapped = Array.from({ length: rows }, (_, row) =>
      words.slice(row * size, (row + 1) * size).join(' '),
    ).filter((row) => row !== '');
    const read = readPlain(`${own}\n\n${wrapped.join('\n')}\n\n> Is Friday fine?`);
    expect(read.text, wrapped.join(' / ')).toBe(own);
  }
});

test.each(samples)('%s: the headers that Outlook writes', (_language, _line, headers) => {
  for (const ruler of ['', '________________________________\n']) {
    const quote = `${ruler}${headers}\n\nIs Friday fine?\nIda`.normalize('NFC');
    expect(readPlain(`${own}\n\n${quote}`)).toEqual({ text: own, quote, signature: '' });
  }
  const bold = headers.replace(/^([^:]+:)/gm, '*$1*');
  expect(readPlain(`${own}\n\n${bold}\n\nIs Friday fine?`).text).toBe(own);
});

test.each(samples)('%s: another message is announced', (_language, _line, _headers, announced) => {
  expect(readPlain(`${own}\n\n${announced}\nIs Friday fine?`).text).toBe(own);
});

test.each(samples)('%s: the line that a telephone adds', (_language, line, _h, _a, added) => {
  expect(readPlain(`${own}\n\n${added}`)).toEqual({ text: own, quote: '', signature: added });
  expect(readPlain(`${own}\n\n${added}\n\n${line}\n> Is Friday fine?`).text).toBe(own);
});

test.each([
  ['a sentence with a colon', 'On Friday he wrote to us about three things:\n\nThe pier first.'],
  ['a journey', 'From: Oslo\nTo: Bergen\nDate: 4 March 2025\n\nA window seat, please.'],
  ['where somebody sits', 'Hello,\n\nSent from my desk, which is a rare thing these days.'],
  ['dashes in a text', 'One -- two.\n---\nThree --- four.'],
  ['a list with colons', 'The plan:\n\nTo: do today\nSubject: to change'],
  ['a time and a colon', 'We meet at 09:30 for the following:\n- the pier'],
])('%s is the user’s own', (_what, text) => {
  expect(readPlain(text)).toEqual({ text, quote: '', signature: '' });
});
