/**
 * Words that say nothing by themselves: function words, and what people greet, thank and close with, in
 * English, German, French, Spanish, Italian, Portuguese and Dutch. Small letters; split at apostrophes.
 */
const english =
  'a an the this that these those some any each every all both either neither no none not nor and or but if then than so as at by for from in into of off on onto out over to up with within without about above after again against along among around before behind below between beyond during near through throughout down near like per toward towards under until upon via while when where which who whom whose what why how because though although unless since once i me my mine myself we us our ours you your yours yourself he him his she her hers it its itself they them their theirs there here be am is are was were been being do does did done doing have has had having can could may might must shall should will would ought one two three first last next more most much many less least few little very too also already again only just even still yet ever never always often usually mostly rarely sometimes now maybe perhaps really quite rather same such other another else t s m d ll re ve don doesn didn won wouldn couldn shouldn isn aren wasn weren haven hasn hadn ain';

const lists = [
  english,
  // English
  'however moreover furthermore additionally therefore thus hence unfortunately fortunately consequently nevertheless nonetheless meanwhile besides basically actually simply kindly perhaps certainly definitely absolutely obviously honestly personally convenience earliest regarding concerning apologies apologise apologize delay unable available assistance appreciate hear wonderful awesome sure yay wow hooray oh ah let go get make say says said see know own well please thank thanks sorry hi hello hey dear good morning afternoon evening day best kind kindest warm warmest regards wishes cheers sincerely faithfully truly love bye care take talk speak look looking forward hear hearing hope hoping find finds message mail email e note reply response answer letter time help question questions anything everything something further need contact reach hesitate free feel advance great nice lovely week weekend safe okay ok yes team everyone everybody folks mr mrs ms mx dr sir madam prof rush hurry back touch soon today later',
  // German
  'der die das den dem des ein eine einen einem einer eines kein keine und oder aber auch nicht noch nur schon sehr so wie wenn dann als am an auf aus bei bis durch für gegen im in ins mit nach ohne um unter vom von vor zu zum zur über ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihnen mein meine meinen dein deine ihr ihre ihren ihrer unser unsere bin bist ist sind war waren sein habe hast hat haben hatte kann können könnte muss müssen soll sollte will würde würden werden wird bitte danke dank vielen besten herzlichen lieben liebe lieber liebes hallo guten tag morgen abend moin servus grüezi grüß gott sehr geehrte geehrter geehrtes damen herren herr frau freundliche freundlichen gruß grüße grüßen gruss grüsse grüssen viele schöne schönen lg vg mfg bg hg bis bald später dann alles gute nachricht antwort rückmeldung anfrage fragen melden gerne gern freue freuen voraus zusammen allerseits woche wochenende da hier mal ja nein',
  // French
  'le la les l un une des du de d au aux ce cet cette ces et ou mais ni ne n pas plus très aussi que qu qui quoi dont où en y à dans par pour sur sous avec sans vers chez entre je j tu il elle on nous vous ils elles me m te se moi toi lui leur mon ma mes ton ta tes son sa ses notre nos votre vos leurs suis es est sommes êtes sont été être ai as a avons avez ont avoir si comme quand bonjour bonsoir salut coucou cher chère chers chères madame monsieur merci beaucoup avance cordialement amicalement bien bises bisous salutations distinguées meilleures sincères bientôt bonne journée soirée réponse message question questions hésitez pas',
  // Spanish
  'el los las uno una unos unas del al y o u pero ni no sí muy más menos también que quien cual cuando donde como con sin por para en entre sobre hasta desde a ante yo tú él ella usted ustedes nosotros ellos me te se nos os le les lo mi mis tu tus su sus nuestro nuestra soy es son está están estoy ser ha he han hay hola querido querida estimado estimada buenos buenas días tardes noches gracias muchas antemano saludo saludos cordial cordiales un abrazo abrazos atentamente cordialmente besos pronto luego mensaje correo respuesta pregunta preguntas duda dudas favor',
  // Italian
  'il lo gli i dei degli delle della dello dell nel nella sul sulla ed ma né non più molto anche che chi cui quando dove come con senza per tra fra su da di in a io lui lei noi voi loro mi ti si ci vi mio mia tuo tua suo sua nostro vostro sono sei è siamo siete essere ho hai ha abbiamo hanno ciao buongiorno buonasera caro cara gentile grazie mille anticipo saluti cordiali distinti cordialmente abbraccio presto giornata buona messaggio risposta domande favore',
  // Portuguese
  'o os as um uma uns umas do da dos das no na nos nas ao aos à às e ou mas nem não muito mais também que quem qual quando onde como com sem por para em entre sobre até desde eu ele ela você vocês nós eles me te se lhe meu minha teu seu sua nosso sou é são está estão ser tenho tem olá oi bom boa dia tarde noite caro cara prezado prezada obrigado obrigada agradeço desde já cumprimentos atenciosamente abraço abraços cordialmente breve mensagem resposta perguntas favor',
  // Dutch
  'de het een en of maar niet geen ook nog wel zeer heel zo als dan toen om op aan uit bij tot door voor met naar van te in over onder tussen zonder ik jij je u hij zij ze wij we jullie mij jou hem haar ons hun mijn jouw uw zijn onze ben bent is was waren heb hebt heeft hebben kan kunnen zal zou zullen hoi hallo beste geachte dag goede goedemorgen goedemiddag dank bedankt alvast groet groeten groetjes vriendelijke hartelijke met tot snel ziens bericht antwoord vraag vragen graag alsjeblieft alstublieft',
];

const functionWords: ReadonlySet<string> = new Set(english.split(' '));

/** Whether a word (small letters) only holds an English sentence together. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

const common: ReadonlySet<string> = new Set(lists.flatMap((list) => list.split(' ')));

/** Whether a word (small letters) says nothing by itself. */
export function isCommon(word: string): boolean {
  return common.has(word);
}
