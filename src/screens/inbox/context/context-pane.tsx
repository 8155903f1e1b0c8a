import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Person } from '../../../../electron/shared/contacts.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { useSession } from '../../../app/session.tsx';
import { AfterPaint } from '../../../components/after-paint/after-paint.tsx';
import { partAhead } from '../../../components/part/part.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './context-pane.module.css';
import { Duplicates } from './duplicates.tsx';
import { EditPerson } from './edit-person.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MergedContacts } from './merged-contacts.tsx';
import { PersonChanges } from './person-changes.tsx';
import { PersonDetails } from './person-details.tsx';
import { PersonHistory } from './person-history.tsx';
import { PersonNotes } from './person-notes.tsx';
import { PersonOpinions } from './person-opinions.tsx';

const FieldsSection = partAhead(async () => (await import('../fields/fields-section.tsx')).FieldsSection);

interface ContextPaneProps {
  readonly at: ConversationRef;
  readonly show: (to: ConversationRef) => void;
}

/** Who the customer is to this client, and what was said before. */
export function ContextPane({ at, show }: ContextPaneProps) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const { data: conversation } = useQuery(trpc.conversations.read.queryOptions(at));
  const { data: person } = useQuery(
    trpc.contacts.read.queryOptions(
      { clientId: at.clientId, contactId: conversation?.contact.id ?? '' },
      { enabled: conversation !== undefined },
    ),
  );
  const { clientOf } = useSession();
  const client = clientOf(at.clientId);
  return (
    <aside className={classes['pane']} aria-label={t('name')}>
      <AfterPaint>
        <Suspense>
          <FieldsSection at={at} />
        </Suspense>
        {person && client && conversation && (
          <KnownPerson
            person={person}
            client={client}
            open={{ ...at, since: conversation.createdAt }}
            show={show}
          />
        )}
      </AfterPaint>
    </aside>
  );
}

interface KnownPersonProps {
  readonly person: Person;
  readonly client: Client;
  readonly open: ConversationRef & { readonly since: string };
  readonly show: (to: ConversationRef) => void;
}

function KnownPerson({ person, client, open, show }: KnownPersonProps) {
  const { t } = useTranslation('contacts');
  const { may } = useSession();
  const [dialog, setDialog] = useState<'edit' | 'merge' | null>(null);
  const mayEdit = may('conversations.work', client.id);
  useCommands(
    mayEdit
      ? [
          { id: 'contact-edit', group: 'conversation', label: t('edit.open'), run: () => setDialog('edit') },
          {
            id: 'contact-merge',
            group: 'conversation',
            label: t('merge.open'),
            run: () => setDialog('merge'),
          },
        ]
      : [],
  );
  const close = () => setDialog(null);
  return (
    <>
      <PersonDetails
        person={person}
        client={client}
        since={open.since}
        {...(mayEdit ? { edit: () => setDialog('edit'), merge: () => setDialog('merge') } : {})}
      />
      {mayEdit && <Duplicates person={person} />}
      <PersonNotes person={person} mayEdit={mayEdit} />
      <PersonOpinions person={person} show={show} />
      <PersonHistory person={person} client={client} open={open.conversationId} show={show} />
      <MergedContacts person={person} mayEdit={mayEdit} />
      <PersonChanges person={person} />
      {dialog === 'edit' && <EditPerson person={person} close={close} />}
      {dialog === 'merge' && <MergeDialog person={person} close={close} />}
    </>
  );
}
