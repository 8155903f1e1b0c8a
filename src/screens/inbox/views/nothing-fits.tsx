import { useTranslation } from 'react-i18next';
import { Empty } from '../../../components/empty/empty.tsx';

/** A saved view in which nothing stands now. */
export function NothingFits() {
  const { t } = useTranslation('views');
  return <Empty icon="check" title={t('empty.title')} advice={t('empty.advice')} />;
}
