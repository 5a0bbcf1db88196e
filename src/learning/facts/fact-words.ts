/** Words that say nothing by themselves: articles, pronouns, prepositions, auxiliaries, connectives. */
const functionWords: Readonly<Record<string, string>> = {
  en: `a an the this that these those such i me my mine myself you your yours he him his she her hers it its
    we us our ours they them their theirs one ones who whom whose which what when where why how and or but
    nor so yet for of in on at to from by with into onto about as than via per over under through during
    within without between among against upon toward towards across around am is are was were be been being
    do does did done doing have has had having will would shall should can could may might must ought cannot wo ca sha
    if because since while whereas although though however therefore thus hence moreover furthermore
    nevertheless nonetheless meanwhile then there here also too either neither both each every any some all
    other another same own very really quite rather much more most less least many few several just only
    even still already again ever maybe perhaps please kindly actually basically simply well like namely
    not no don't dear hi hello thanks thank regards sincerely unfortunately sadly luckily hopefully sorry
    want wanted like wish order regarding concerning respect currently finally additionally instead
    example case everything everyone nothing something think guess suppose feel seem seems
    somewhat bit little kind sort know let get got go be able need up out off down back etc eg ie am pm now once soon possible possibly`,
  de: `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jede
    jeder jedes ich mich mir mein meine meinen meinem meiner du dich dir dein deine deinen deinem er ihn ihm
    sein seine seinen seinem seiner sie ihr ihre ihren ihrem ihrer ihnen es wir uns unser unsere unseren euch
    euer eure und oder aber denn sondern doch jedoch so als wie wenn weil da dass daß ob damit obwohl während
    von vom zu zum zur in im ins an am ans auf aus bei beim mit nach vor über unter für durch gegen ohne um
    bis seit bin bist ist sind seid war waren wäre wären gewesen werde wird werden wurde wurden würde würden
    worden habe hast hat haben hatte hatten hätte hätten kann können könnte könnten muss müssen musste soll
    sollen sollte sollten will wollen wollte darf dürfen dürfte mag möchte möchten nicht kein keine nun jetzt
    noch schon auch nur sehr ganz mal bitte danke gern gerne hier dort dann also außerdem zudem daher deshalb
    leider sich man alle alles viel viele mehr etwas beiden was wer wo wann warum welche welcher welches
    hallo liebe lieber grüße gruß vielleicht eigentlich einfach halt eben wohl bisschen irgendwie glaube denke voraussichtlich bezüglich`,
  fr: `le la les l un une des de du d au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre
    vos leur leurs je j me m moi tu te t toi il elle on nous vous ils elles se s lui y en qui que qu quoi dont
    où quand comment pourquoi et ou mais donc or ni car si comme parce puisque lorsque afin pour par avec sans
    sous sur dans chez vers entre à depuis pendant avant après suis es est sommes êtes sont étais était être
    été ai as a avons avez ont avais avait avoir eu serai sera seront serait pourrait pourriez peux peut
    pouvez pouvons veux veut voulez dois doit devez devons vais va allons allez fait faire ne n pas plus très
    trop aussi encore déjà toujours ici là alors ainsi cependant toutefois bonjour madame monsieur merci
    prie cordialement tout tous toute toutes même autre quelques chaque voici voilà bien malheureusement peut-être peu crois`,
  es: `el la los las lo un una unos unas de del al a ante con contra desde en entre hacia hasta para por según
    sin sobre tras este esta esto estos estas ese esa eso esos esas mi mis tu tus su sus nuestro nuestra
    nuestros nuestras yo me tú te él ella ello nos usted ustedes ellos ellas se le les que quien quienes cual
    cuales cuyo donde cuando cómo como porque pues si aunque mientras y e o u pero sino ni soy eres es somos
    son era eran fue fueron ser sido estoy está estamos están estaba estar he ha hemos han había haber hay
    puedo puede pueden podemos podría podrían debe deben debo voy va vamos van hace hacer no muy más menos
    también ya aún todavía aquí allí así entonces además sin embargo todo todos toda todas otro otra mismo
    por favor gracias hola estimado estimada saludos escribo lamentablemente quizás quizá tal vez poco creo`,
};

/** In how many words a text denies. */
const negators: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|cannot|never|nobody|nothing|none|neither|nowhere|no(?! *\.? *\d)|\p{L}+n['’]t)\b/giu,
  de: /(?<!\p{L})(?:nicht|nichts|nie|niemals|niemand|kein\p{L}{0,2}|weder)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:pas|jamais|aucune?|rien|personne)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:no|nunca|jamás|nada|nadie|ningun[oa]?|ningún)(?!\p{L})/giu,
};

const numberWords: Readonly<Record<string, string>> = {
  en: `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty`,
  de: `null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
    siebzehn achtzehn neunzehn zwanzig`,
  fr: `zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
    dix-huit dix-neuf vingt`,
  es: `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
    diecisiete dieciocho diecinueve veinte`,
};

const ordinals: Readonly<Record<string, string>> = {
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
  de: 'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte',
  fr: 'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
  es: 'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo',
};

/** Beginnings of words that decide: one for the other turns the message around. */
const opposites: Readonly<Record<string, string>> = {
  en: `accept/declin accept/reject accept/refus approv/reject approv/declin agree/disagree confirm/cancel
    confirm/postpon yes/no before/after ahead/behind includ/exclud increas/decreas rais/lower open/clos
    start/stop start/end begin/end early/late earlier/later more/less more/fewer most/least always/never
    buy/sell allow/forbid possible/impossible able/unable available/unavailable finished/unfinished
    with/without first/last left/right north/south east/west son/daughter wife/husband he/she his/her him/her up/down
    minimum/maximum paid/unpaid free/paid import/export best/worst in/out above/below`,
  de: `zusag/absag zugesag/abgesag annehm/ablehn ja/nein vor/nach mit/ohne früh/spät früher/später mehr/weniger
    möglich/unmöglich offen/geschlossen genehmig/abgelehn bestätig/absag erhöh/senk immer/nie`,
  fr: 'accept/refus oui/non avant/après avec/sans plus/moins possible/impossible ouvert/fermé toujours/jamais',
  es: 'acept/rechaz sí/no antes/después con/sin más/menos posible/imposible abierto/cerrado siempre/nunca',
};

/** What one language needs to know to tell facts from style. */
export interface FactWords {
  readonly functionWords: ReadonlySet<string>;
  readonly negators: RegExp | null;
  /** Each number word with its digits; ordinals as well. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly opposites: readonly { readonly one: RegExp; readonly other: RegExp }[];
  /** Any of them, to see at once that there is none. */
  readonly deciding: RegExp;
  /** What follows a subject at the beginning of a sentence. */
  readonly auxiliary: RegExp | null;
  /** Adverbs of manner; `null` where their form does not show. */
  readonly adverb: RegExp | null;
}

const adverbs: Readonly<Record<string, RegExp>> = {
  en: /^\p{L}{3,}ly$/u,
  fr: /^\p{L}{3,}e?ment$/u,
  es: /^\p{L}{3,}mente$/u,
};

const auxiliaries: Readonly<Record<string, RegExp>> = {
  en: /^ (?:will|would|can|could|may|must|has|had|is|was|and|said|wants)\b/u,
  fr: /^ (?:sera|va|est|était|peut|doit|a|et)(?!\p{L})/u,
  es: /^ (?:será|va|es|era|puede|debe|ha|y)(?!\p{L})/u,
};

/** Short words stand for themselves, longer ones for everything that begins with them. */
function beginning(word: string): string {
  return `(?<!\\p{L})${word}${word.length < 5 ? '(?!\\p{L})' : ''}`;
}

const split = (list: string | undefined): string[] => list?.split(/\s+/u) ?? [];

function wordsOf(language: string): FactWords {
  const pairs = split(opposites[language]).map((pair) => pair.split('/'));
  return {
    functionWords: new Set(split(functionWords[language])),
    negators: negators[language] ?? null,
    numbers: new Map([
      ...split(numberWords[language]).map((word, at): [string, string] => [word, String(at)]),
      ...split(ordinals[language]).map((word, at): [string, string] => [word, String(at + 1)]),
    ]),
    opposites: pairs.map(([one = '', other = '']) => ({
      one: new RegExp(beginning(one), 'iu'),
      other: new RegExp(beginning(other), 'iu'),
    })),
    deciding: new RegExp(pairs.flat().map(beginning).join('|') || '$^', 'iu'),
    auxiliary: auxiliaries[language] ?? null,
    adverb: adverbs[language] ?? null,
  };
}

const languages = Object.keys(functionWords);
const known: ReadonlyMap<string, FactWords> = new Map(
  languages.map((language) => [language, wordsOf(language)]),
);
const nothing = wordsOf('');

/** The words of a language, such as `de` or `de-AT`; empty for one that has no list here. */
export function factWords(language: string): FactWords {
  return known.get(language.toLowerCase().split('-')[0] ?? '') ?? nothing;
}

/** The language with a list here whose function words fill most of the text; `en` where none does. */
export function likelyLanguage(words: readonly string[]): string {
  let best = { language: 'en', count: 0 };
  for (const [language, { functionWords: small }] of known) {
    const count = words.filter((word) => small.has(word)).length;
    if (count > best.count) best = { language, count };
  }
  return best.language;
}
