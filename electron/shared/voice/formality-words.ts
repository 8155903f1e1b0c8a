/** Words of each form of address, as patterns. A word that also means something else is left out. */
interface FormsOfAddress {
  readonly formal: readonly string[];
  readonly informal: readonly string[];
}

/** At the beginning of a sentence German's `Sie` may be "she" or "they". */
const insideSentence = '(?<=[^\\s.!?:][^\\S\\n])';

/** The languages whose two forms are told apart, by their code. */
export const formsOfAddress: Readonly<Record<string, FormsOfAddress>> = {
  de: {
    formal: [`${insideSentence}(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)`],
    informal: ['[Dd](?:u|ich|ir|ein(?:e[mnrs]?)?)', '[Ee]uch', '[Ee]uer', '[Ee]ure[mnrs]?'],
  },
  fr: {
    formal: ['[Vv](?:ous|otre|os)'],
    informal: [
      '[Tt](?:u|oi|es?|a)',
      "[Tt]['’](?=\\w)",
      '[Tt]on(?=\\s(?:colis|compte|message|avis|nom|achat))',
    ],
  },
  es: {
    formal: ['[Uu]sted'],
    informal: ['[Tt](?:ú|us?|i|e)', '[Cc]ontigo', '[Tt]uy[oa]s?'],
  },
  it: {
    formal: [`${insideSentence}(?:Lei|Le|Suo|Sua|Suoi|Sue)`],
    informal: ['[Tt](?:u|i|e)', '[Tt]u(?:o|a|oi|e)'],
  },
  nl: {
    formal: ['[Uu]w?'],
    informal: ['[Jj](?:e|ij|ou|ouw)'],
  },
};
