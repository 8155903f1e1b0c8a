import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClientId, TemplateId } from '../../../../electron/shared/ids.ts';
import type { TemplateEffect as Effect } from '../../../../electron/shared/templates.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import voice from '../voice.module.css';
import classes from './templates.module.css';

/** How often it left, and what came after: counts with their denominators. */
export function TemplateEffect({ clientId, id }: { readonly clientId: ClientId; readonly id: TemplateId }) {
  const { t } = useTranslation('templates');
  const trpc = useTRPC();
  const { data: effects } = useQuery(trpc.templates.effects.queryOptions({ clientId }));
  if (!effects) return null;
  const effect = effects.find((each) => each.templateId === id);
  return (
    <section className={classes['effect']} aria-label={t('effect.name')}>
      <h2>{t('effect.name')}</h2>
      {effect ? <Figures effect={effect} /> : <p>{t('effect.never')}</p>}
    </section>
  );
}

function Figures({ effect }: { readonly effect: Effect }) {
  const { t } = useTranslation('templates');
  const formats = useFormats();
  const { uses, observed, resolved, rated, satisfied, satisfaction } = effect;
  return (
    <>
      <p>{t('effect.uses', { count: uses })}</p>
      <p>
        {observed === 0
          ? t('effect.notYet')
          : t('effect.resolved', { resolved, observed, share: formats.percent(resolved / observed) })}
      </p>
      <p>
        {satisfaction === null
          ? t('effect.notRated')
          : t('effect.satisfied', {
              satisfied,
              rated,
              share: formats.percent(satisfied / rated),
              low: formats.percent(satisfaction.low),
              high: formats.percent(satisfaction.high),
            })}
      </p>
      <p className={voice['quiet']}>{t('effect.what')}</p>
    </>
  );
}
