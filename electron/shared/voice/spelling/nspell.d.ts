declare module 'nspell' {
  interface Nspell {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  /** Takes the texts of a Hunspell dictionary: `.aff` and `.dic`. */
  export default function nspell(aff: string, dic: string): Nspell;
}
