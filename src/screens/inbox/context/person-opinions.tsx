import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Opinion, Person } from '../../../../electron/shared/contacts.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './context-pane.module.css';

interface PersonOpinionsProps {
  readonly person: Person;
  readonly show: (to: ConversationRef) => void;
}

/** What this customer said when they were asked, the newest first. */
export function PersonOpinions({ person, show }: PersonOpinionsProps) {
  const { t } = useTranslation('contacts');
  if (person.opinions.length === 0) return null;
  return (
    <section>
      <h3>{t('opinions.title')}</h3>
      <ul className={classes['earlier']}>
        {person.opinions.map((each) => (
          <li key={`${each.conversationId} ${each.kind} ${each.at}`}>
            <UnstyledButton
              onClick={() => show({ clientId: person.clientId, conversationId: each.conversationId })}
            >
              <Said opinion={each} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ opinion: { kind, score, comment, at } }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const now = useNow();
  return (
    <>
      <span>
        <span>{t(`opinions.${kind}`, { score: formats.number(score) })}</span>
        {comment && <small dir="auto">{comment}</small>}
      </span>
      <time dateTime={at} title={formats.exactTime(at)}>
        {formats.shortTime(at, now)}
      </time>
    </>
  );
}
