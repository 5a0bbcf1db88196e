/*
 * How mail programs speak of another message, one row a language. The columns, each a list of
 * alternatives in the syntax of regular expressions: said it, From, Sent, To, Subject, original
 * message, sent from my device, and how a line that says who wrote what begins.
 */
const rows = String.raw`
wrote|writes;from;sent|date;to|cc;subject;original (?:message|appointment)|(?:begin )?forwarded message;sent (?:from|via)|get outlook for;on
schrieb|schreibt;von;gesendet|datum;an;betreff;ursprüngliche nachricht|original-?nachricht|(?:anfang der )?weitergeleiteten? (?:nachricht|e-mail);gesendet (?:von|mit|über)|von mein\S+ .{1,30} gesendet;am
écrit|écrivait;de|expéditeur;envoyé(?: le)?|date|message du;[àa]|destinataire|copie à;objet|sujet;message (?:d['’]origine|original|initial|transféré)|début du message (?:transféré|réexpédié);envoyé (?:de|depuis|à partir d[eu]);le
escribió|escribe;de;enviado(?: el)?|fecha;para;asunto;(?:inicio del )?mensaje (?:original|reenviado);enviado desde;el
ha scritto|scrisse|scrive;da;inviato(?: il)?|data;a;oggetto;(?:inizio )?messaggio (?:originale|inoltrato);inviato d(?:a|al|all['’].*);il|in data
escreveu|escreve;de;enviad[ao](?: em)?|data;para;assunto;(?:início da )?mensagem (?:original|(?:re)?encaminhada);enviad[ao] (?:d[aeo]|a partir);em|no dia
schreef|schrijft;van;verzonden|datum;aan;onderwerp;oorspronkelijk bericht|(?:begin )?doorgestuurd bericht;ver(?:zonden|stuurd) (?:vanaf|vanuit|met|via);op
napisał(?:\(?a\)?)?|pisze;od;wysłano|wysłane|data;do;temat;(?:wiadomość|początek) (?:oryginalna|przekazana|przekazywanej wiadomości)|(?:oryginalna|przekazana) wiadomość;wysłan[eoy] (?:ze?|przez);w dniu|dnia
skrev;från;skickat|datum;till;ämne;ursprungligt meddelande|originalmeddelande|vidarebefordrat (?:meddelande|brev);skickat från;den
skrev;fra;sendt|dato;til;emne;oprindelig (?:besked|meddelelse)|videresendt (?:besked|meddelelse);sendt fra;den
skrev;fra;sendt|dato;til;emne;opprinnelig melding|videresendt (?:melding|e-post);sendt fra;den
kirjoitti;lähettäjä;lähetetty|päiväys|päivämäärä;vastaanottaja;aihe;alkuperäinen viesti|(?:edelleen)?(?:välitetty|lähetetty) viesti;lähetetty \S+(?:st|lt)[aä];
napsal(?:\(?a\)?)?|uvedla?|píše;od;odesláno|datum;komu;předmět;původní (?:zpráva|e-mail)|přeposlaná zpráva;odesláno ze?;dne
írta;feladó;elküldve|küldve|dátum;címzett;tárgy;eredeti üzenet|továbbított üzenet;.{1,30} küldve;
a scris;de la|expeditor;trimis|data;către;subiect;mesaj(?:ul)? (?:original|inițial|redirecționat);trimis de(?:| pe)|trimis din;în|pe
yazdı;kimden|gönderen;gönderildi|gönderme tarihi|tarih;kime|alıcı;konu;(?:orijinal|özgün|[iİ]letilen|yönlendirilen) (?:ileti|mesaj);.{1,30}[dt][ae]n gönderildi;
написала?|пишет|писала?;от(?: кого)?;отправлено|дата;кому;тема;(?:исходное|оригинальное|пересылаемое|пересланное|начало переадресованного) (?:сообщение|сообщения|письмо);отправлено (?:со?|из|через);
написа(?:в|ла)|пише;від(?: кого)?;надіслано|відправлено|дата;кому;тема;(?:оригінальне|вихідне|переслане) повідомлення;надіслано (?:і?з|через);
έγραψε;από;στάλθηκε|ημερομηνία;προς;θέμα;(?:αρχικό|προωθημένο) μήνυμα;(?:στάλθηκε|εστάλη) από;στις
のメッセージ|書きました|書いた;差出人;送信日時|送信日|日時|日付;宛先;件名;元のメッセージ|転送(?:された)?メッセージ;.{1,30}から送信;
写道|寫道|写到;发件人|發件人|寄件者|寄件人;发送时间|發送時間|发送日期|寄件日期|傳送時間|日期|时间;收件人|收件者;主题|主題|主旨;原始?(?:邮件|郵件)|转发(?:的)?邮件|(?:轉寄|轉發)(?:的)?郵件;(?:发|發|来|來|傳送|寄)自我?的?|[从從]我的;在
작성|님이|썼습니다;보낸 ?사람|발신자?;보낸 ?날짜|보낸 시간|날짜|일시;받는 ?사람|수신자?;제목;원본 ?(?:메시지|메일)|전달된 ?(?:메시지|메일);.{1,30}에서 보냄;
كتبت?|تمت كتابة.*;من;تاريخ الإرسال|تم الإرسال|التاريخ;إلى;الموضوع;(?:ال)?رسالة (?:ال)?(?:أصلية|معاد توجيهها|محولة);[أا]ُ?رسلت? من|مرسل من;في
כתבה?;מאת;נשלח|תאריך;אל;נושא;ה?הודעה (?:ה?מקורית|שהועברה);נשלח מ\S*;בתאריך
đã viết|viết;từ;đã gửi|ngày;đến|tới;chủ đề;(?:tin nhắn|thư) (?:gốc|đã chuyển tiếp);(?:đã )?gửi từ;vào
`;

const columns = rows
  .trim()
  .split('\n')
  .map((row) => row.split(';'));

/** The alternatives of one column in all languages, as the source of a regular expression. */
const anyOf = (column: number): string =>
  [...new Set(columns.flatMap((row) => row[column] || []))].join('|');

/** Every part stands at most a few times in a line and no two repeat side by side: linear. */
const header = (column: number): RegExp =>
  new RegExp(`^[\\s*]*(?:${anyOf(column)})\\s?\\*?\\s?[:：]`, 'iu');
const notInWord = '[a-z\\u00c0-\\u024f\\u0370-\\u04ff]';

/** Words that say that somebody wrote, not within another word. */
export const saidIt = new RegExp(`(?<!${notInWord})(?:${anyOf(0)})(?!${notInWord})`, 'iu');
/** First words of the headers that stand above a quoted message. */
export const headers = { from: header(1), date: header(2), to: header(3), subject: header(4) };
/** A line of its own after which everything is another message, such as `-- Original Message --`. */
export const originalMessage = new RegExp(
  `^[\\s>]*(?:[-_*=—]{2,}\\s*(?:${anyOf(5)})\\s*:?\\s*[-_*=—]{2,}|(?:${anyOf(5)})\\s?[:：])\\s*$`,
  'iu',
);
/** The line that telephones and free mail programs add below a text. */
export const deviceLine = new RegExp(`^\\W{0,3}(?:${anyOf(6)})(?!${notInWord})\\s*(.*)$`, 'iu');
/** How a line begins that says who wrote when. */
export const attributionOpener = new RegExp(`^\\W{0,3}(?:${anyOf(7)})(?!${notInWord})`, 'iu');
