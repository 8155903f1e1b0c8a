import { useTranslation } from 'react-i18next';
import type { SuggestedLine } from '../../../../electron/shared/voice/suggested-guide.ts';
import { useChoiceName } from '../lines/line-words.ts';

/** What a suggested line says to a person, to be put in better words. */
export function useLineProse(): (line: SuggestedLine, client: string) => string {
  const { t, i18n } = useTranslation('guide');
  const choice = useChoiceName();
  const list = (texts: readonly string[]) =>
    new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(texts.map((text) => `“${text}”`));
  return (line, client) => {
    switch (line.kind) {
      case 'greeting':
      case 'sign-off':
        return t(`say.${line.kind}`, { texts: list(line.texts) });
      case 'formality':
        return t('say.formality', { form: choice(line.address) });
      case 'emoji':
      case 'exclamation':
      case 'apology':
      case 'sentence-length':
      case 'reading-grade':
        return t(`say.${line.kind}`, { count: line.most });
      case 'message-length':
        return t('say.message-length', { count: line.most ?? 0 });
      case 'date':
        return t('say.date', { style: choice(line.style) });
      case 'number':
        return t('say.number', { sign: choice(line.decimal) });
      case 'product':
        return t('say.product', { name: line.name });
      case 'sounds':
        return t('say.sounds', { client });
      case 'left-over':
        return t('say.left-over');
      case 'sounds-not':
        return line.text;
      case 'term':
        return line.use;
      case 'promise':
        return list(line.texts);
    }
  };
}
