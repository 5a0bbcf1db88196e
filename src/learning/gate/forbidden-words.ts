/** What follows is looked for as whole words, whatever their endings where a `*` stands. */
function words(list: string): RegExp {
  const spelled = list
    .trim()
    .replaceAll('*', '\\p{L}*')
    .replace(/\s+/gu, '|')
    .replaceAll('_', '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${spelled})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');
}

/**
 * What a style never needs, in the words of seven languages: money and accounts, secrets, forwarding and
 * who gets the mail, links and attachments, memory and whoever writes. The English of `acceptable.ts`
 * knows more about sentences; these are words.
 */
export const forbiddenWords: readonly RegExp[] = [
  // English
  words(`remember memori[sz]e* keep_in_mind bear_in_mind trusted_source* trusted_partner*
    wire_transfer* bank_account* account_number* routing_number sort_code swift_code payees?
    blind_cop* mailing_list* ceo jailbreak* developer_mode prompt_injection`),
  // German
  words(`zahl(?:e|en|t|st|ung|ungen)? bezahl* überweis* ueberweis* konto* konten bankverbindung* rechnung* guthaben
    geschenkkarte* passw* kennw* zugangsdaten geheimzahl* weiterleit* weitergeleitet* leite[nt]?_*_weiter
    blindkopie* empfänger* verlink* webseite* anhänge* anhang angehängt* merk_dir merke_dir speicher*
    gedächtnis* assistent* sprachmodell* ki anweisung* ignorier* missacht* vertrauenswürdig*`),
  // French
  words(`pai(?:e|er|ez|ement|ements) paye[rz]? payé* virement* compte_bancaire coordonnées_bancaires rib facture* mot_de_passe
    mots_de_passe identifiants transfér* faire_suivre fais_suivre faites_suivre copie_cachée cci destinataire* lien liens
    pièce_jointe pièces_jointes souviens_*toi souvenez retiens retenez mémoris* mémoire assistant* ia consignes? ignore*
    instructions? source_fiable source_de_confiance`),
  // Spanish
  words(`pag(?:o|os|a|ar|ue|uen|an) transferencia* cuenta* factura* contraseña* clave* reenv[íi]* destinatari* copia_oculta cco
    enlace* vínculo* adjunt* recuerda recuerde recordar memoria memoriz* asistente* ia instrucci* ignora* de_confianza`),
  // Italian
  words(`pag(?:a|are|ate|hi|amento|amenti) bonific* conto conti fattur* password inoltr* destinatari* copia_nascosta ccn
    collegament* allega* ricorda* ricordi memoria memorizz* assistente istruzion* ignora* affidabil*`),
  // Portuguese
  words(`pag(?:ue|ar|amento|amentos) transferência* conta contas fatura* senha* encaminh* reencaminh* destinatári* cópia_oculta
    ligaç* anex* lembr* memória memoriz* assistente instruç* ignor(?:e|ar|a) confiável de_confiança`),
  // Dutch
  words(`betal* betaal* overmak* overschrijv* overgemaakt rekening* factu* wachtwoord* doorst* doorgestuurd ontvanger* bijlage*
    koppeling* onthoud* geheugen* assistent* instructie* negeer* negeren betrouwbar*`),
];
