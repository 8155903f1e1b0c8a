import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mostMerged } from '../../../../electron/shared/conversation-words.ts';
import type { QueueRow } from '../../../../electron/shared/conversations.ts';
import { useSession } from '../../../app/session.tsx';
import { useCorrections } from '../corrections/use-corrections.tsx';
import { rowRef } from '../inbox-place.ts';

interface MergeButtonProps {
  readonly rows: readonly QueueRow[];
  readonly done: () => void;
}

/**
 * Makes ticked conversations of one client one: the one in which something was said last takes the others in. That they are
 * with different people is said beforehand.
 */
export function MergeButton({ rows, done }: MergeButtonProps) {
  const { may } = useSession();
  const [last, ...others] = rows.toSorted((a, b) => (a.lastMessageAt < b.lastMessageAt ? 1 : -1));
  if (!last || others.length === 0 || others.length > mostMerged) return null;
  const isOneClient = others.every(({ clientId }) => clientId === last.clientId);
  const haveMail = rows.every(({ messageCount }) => messageCount > 0);
  if (!isOneClient || !haveMail || !may('conversations.work', last.clientId)) return null;
  return <MergeInto key={last.id} last={last} others={others} done={done} />;
}

interface MergeIntoProps {
  readonly last: QueueRow;
  readonly others: readonly QueueRow[];
  readonly done: () => void;
}

function MergeInto({ last, others, done }: MergeIntoProps) {
  const { t } = useTranslation('corrections');
  const { gather } = useCorrections(rowRef(last));
  const merge = () => {
    gather(
      others.map(({ id }) => id),
      last.subject,
    );
    done();
  };
  const isOnePerson = others.every(({ contactAddress }) => contactAddress === last.contactAddress);
  return (
    <Button size="compact-xs" variant="default" onClick={merge}>
      {t(isOnePerson ? 'merge.several' : 'merge.severalPeople')}
    </Button>
  );
}
