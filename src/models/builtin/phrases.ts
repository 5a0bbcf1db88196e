/** The languages the built-in writer has phrases for. */
export const languages = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

/** What the built-in writer says by itself in one language. `<…>` are filled in. */
export interface Phrases {
  /** To somebody whose name is known; with `<title>` for the other row. */
  readonly greeting: string;
  readonly formalGreeting: string;
  readonly plainGreeting: string;
  readonly closing: string;
  /** Begins small where the language does so after a greeting with a comma. */
  readonly thanks: string;
  readonly thanksAbout: string;
  /** Opens a new mail of somebody who likes courtesies. */
  readonly hope: string;
  readonly ending: string;
  /** Answers a message to which the user noted nothing. */
  readonly acknowledge: string;
  readonly acknowledgeAlone: string;
  readonly acknowledgeAbout: string;
  readonly forward: string;
}

export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    greeting: 'Hello <first name>,',
    formalGreeting: 'Hello <title> <last name>,',
    plainGreeting: 'Hello,',
    closing: 'Best regards,',
    thanks: 'Thank you for your message.',
    thanksAbout: 'Thank you for your message about “<subject>”.',
    hope: 'I hope all is well.',
    ending: 'Please let me know if you have any questions.',
    acknowledge: 'This is to confirm that I have received it.',
    acknowledgeAlone: 'I have received your message.',
    acknowledgeAbout: 'I have received your message about “<subject>”.',
    forward: 'Please see the message below.',
  },
  de: {
    greeting: 'Guten Tag <first name>,',
    formalGreeting: 'Guten Tag <title> <last name>,',
    plainGreeting: 'Guten Tag,',
    closing: 'Viele Grüße',
    thanks: 'vielen Dank für Ihre Nachricht.',
    thanksAbout: 'vielen Dank für Ihre Nachricht zum Thema „<subject>“.',
    hope: 'ich hoffe, es geht Ihnen gut.',
    ending: 'Bei Fragen melden Sie sich gerne.',
    acknowledge: 'Hiermit bestätige ich den Eingang.',
    acknowledgeAlone: 'ich habe Ihre Nachricht erhalten.',
    acknowledgeAbout: 'ich habe Ihre Nachricht zum Thema „<subject>“ erhalten.',
    forward: 'die Nachricht finden Sie unten.',
  },
  fr: {
    greeting: 'Bonjour <first name>,',
    formalGreeting: 'Bonjour <title> <last name>,',
    plainGreeting: 'Bonjour,',
    closing: 'Cordialement,',
    thanks: 'Merci pour votre message.',
    thanksAbout: 'Merci pour votre message au sujet de « <subject> ».',
    hope: 'J’espère que vous allez bien.',
    ending: 'N’hésitez pas à me contacter si vous avez des questions.',
    acknowledge: 'Je vous confirme que je l’ai bien reçu.',
    acknowledgeAlone: 'J’ai bien reçu votre message.',
    acknowledgeAbout: 'J’ai bien reçu votre message au sujet de « <subject> ».',
    forward: 'Vous trouverez le message ci-dessous.',
  },
  es: {
    greeting: 'Hola <first name>:',
    formalGreeting: 'Hola <title> <last name>:',
    plainGreeting: 'Hola:',
    closing: 'Saludos cordiales,',
    thanks: 'Gracias por su mensaje.',
    thanksAbout: 'Gracias por su mensaje sobre «<subject>».',
    hope: 'Espero que se encuentre bien.',
    ending: 'Quedo a su disposición para cualquier pregunta.',
    acknowledge: 'Le confirmo que lo he recibido.',
    acknowledgeAlone: 'He recibido su mensaje.',
    acknowledgeAbout: 'He recibido su mensaje sobre «<subject>».',
    forward: 'El mensaje figura más abajo.',
  },
};
