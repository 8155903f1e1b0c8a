import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { EffectExample, GuideBody, GuideEffect } from '../../../../electron/shared/voice-guides.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import voice from '../voice.module.css';
import classes from './effect.module.css';

interface EffectPanelProps {
  readonly client: Client;
  readonly body: GuideBody;
}

/** What a change would have meant for the replies that were sent last, on demand; gone when the change is another. */
export function EffectPanel({ client, body }: EffectPanelProps) {
  const { t } = useTranslation('guide');
  const trpc = useTRPC();
  const effect = useMutation(trpc.voice.effect.mutationOptions());
  const asked = { ...body, clientId: client.id };
  const isOfThis = effect.data && JSON.stringify(effect.variables) === JSON.stringify(asked);
  return (
    <div className={classes['effect']}>
      <div>
        <Button variant="default" size="xs" loading={effect.isPending} onClick={() => effect.mutate(asked)}>
          {t('effect.show')}
        </Button>
      </div>
      {effect.error && <FailureNotice failure={failureOf(effect.error)} />}
      {isOfThis && <Effect client={client} effect={effect.data} />}
    </div>
  );
}

function Effect({ client, effect }: { readonly client: Client; readonly effect: GuideEffect }) {
  const { t } = useTranslation('guide');
  if (effect.replies === 0) return <p className={voice['quiet']}>{t('effect.noReplies')}</p>;
  return (
    <div role="status">
      <p>
        {t('effect.replies', { count: effect.replies })} {t('effect.withAdded', { count: effect.withAdded })}{' '}
        {t('effect.withGone', { count: effect.withGone })}
      </p>
      {effect.rules.length === 0 ? (
        <p>{t('effect.none')}</p>
      ) : (
        <table className={classes['rules']}>
          <thead>
            <tr>
              <th scope="col">{t('effect.rule')}</th>
              <th scope="col">{t('effect.added')}</th>
              <th scope="col">{t('effect.gone')}</th>
              <th scope="col">{t('effect.after')}</th>
            </tr>
          </thead>
          <tbody>
            {effect.rules.map((rule) => (
              <tr key={rule.check}>
                <th scope="row">
                  <bdi>{rule.check}</bdi>
                  <Examples client={client} kind="added" examples={rule.addedExamples} />
                  <Examples client={client} kind="gone" examples={rule.goneExamples} />
                </th>
                <td>{rule.added}</td>
                <td>{rule.gone}</td>
                <td>{rule.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {effect.stopped.length > 0 && <p>{t('effect.stopped', { rules: effect.stopped.join(', ') })}</p>}
    </div>
  );
}

interface ExamplesProps {
  readonly client: Client;
  readonly kind: 'added' | 'gone';
  readonly examples: readonly EffectExample[];
}

function Examples({ client, kind, examples }: ExamplesProps) {
  const { t } = useTranslation('guide');
  if (examples.length === 0) return null;
  return (
    <details>
      <summary className={voice['quiet']}>{t(`effect.examples.${kind}`)}</summary>
      <ul>
        {examples.map((example) => (
          <li key={`${example.conversationId} ${example.at} ${example.field} ${example.excerpt}`}>
            {example.field !== 'text' && `${t(`effect.in.${example.field}`)} `}
            <q dir="auto">{example.excerpt}</q>{' '}
            <Link href={`/inbox/${client.id}/all/${client.id}/${example.conversationId}`}>
              {t('effect.open')}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
