import { Button, MultiSelect, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId, ViewId } from '../../../../electron/shared/ids.ts';
import { viewColumns, viewSorts } from '../../../../electron/shared/view-words.ts';
import type { SavedView, ViewDraft } from '../../../../electron/shared/views.ts';
import { useSession } from '../../../app/session.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { QueuePlace } from '../inbox-place.ts';
import { copyOfView, draftOfView, newView, withClients } from './view-draft.ts';
import { ViewFilterFields } from './view-filter-fields.tsx';
import classes from './views.module.css';

interface ViewEditorProps {
  readonly place: QueuePlace;
  readonly of: ViewId | 'new';
  readonly close: () => void;
}

/** A view is put together: of whom, of what, in which order, for whom. */
export function ViewEditor({ place, of, close }: ViewEditorProps) {
  const { t } = useTranslation('views');
  const trpc = useTRPC();
  const { data: views } = useQuery(trpc.views.list.queryOptions());
  const known = of === 'new' ? null : views?.find(({ id }) => id === of);
  return (
    <Dialog
      onClose={close}
      size="lg"
      title={t(known?.mine ? 'editor.change' : 'editor.new')}
      closeButtonProps={{ 'aria-label': t('editor.cancel') }}
    >
      {known && !known.mine && <Text size="sm">{t('editor.notYours')}</Text>}
      {known && (
        <ViewForm
          place={place}
          initial={known.mine ? draftOfView(known) : copyOfView(known)}
          known={known.mine ? known : null}
          close={close}
        />
      )}
      {of === 'new' && (
        <ViewForm place={place} initial={newView(place.clientId)} known={null} close={close} />
      )}
    </Dialog>
  );
}

interface ViewFormProps {
  readonly place: QueuePlace;
  readonly initial: ViewDraft;
  /** What can be removed. */
  readonly known: SavedView | null;
  readonly close: () => void;
}

function ViewForm({ place, initial, known, close }: ViewFormProps) {
  const { t } = useTranslation('views');
  const trpc = useTRPC();
  const { may, clientOf } = useSession();
  const [draft, setDraft] = useState(initial);
  const change = (part: Partial<ViewDraft>) => setDraft({ ...draft, ...part });
  const save = useMutation(
    trpc.views.save.mutationOptions({
      onSuccess: (saved) => {
        close();
        place.showSaved(saved.id);
      },
    }),
  );
  const [only] = draft.clientIds?.length === 1 ? draft.clientIds : [];
  const client = only ? clientOf(only) : null;
  const shared = only ? 'team' : 'everyone';
  const mayShare = only ? may('views.share', only) : may('workspace.manage', null);
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      <TextInput
        label={t('editor.name')}
        required
        maxLength={60}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        data-autofocus
      />
      <div className={classes['pair']}>
        <ClientsField clientIds={draft.clientIds} change={(ids) => setDraft(withClients(draft, ids))} />
        <Select
          label={t('audience.label')}
          allowDeselect={false}
          value={draft.audience}
          disabled={!mayShare}
          data={[
            { value: 'me', label: t('audience.me') },
            { value: shared, label: t(`audience.${shared}`, { name: client?.name ?? '' }) },
          ]}
          onChange={(value) => change({ audience: value === 'me' ? 'me' : shared })}
        />
      </div>
      <ViewFilterFields
        clientId={only ?? null}
        filter={draft.filter}
        change={(part) => change({ filter: { ...draft.filter, ...part } })}
      />
      <div className={classes['pair']}>
        <Select
          label={t('editor.order')}
          allowDeselect={false}
          value={draft.sort}
          data={viewSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(value) => change({ sort: viewSorts.find((each) => each === value) ?? 'newest' })}
        />
        <MultiSelect
          label={t('editor.columns')}
          value={draft.columns}
          data={viewColumns.map((value) => ({ value, label: t(`column.${value}`) }))}
          onChange={(values) => change({ columns: viewColumns.filter((each) => values.includes(each)) })}
        />
      </div>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
      <div className={classes['foot']}>
        <Tally draft={draft} />
        {known && <RemoveView view={known} place={place} close={close} />}
        <Button type="submit" loading={save.isPending}>
          {t('editor.save')}
        </Button>
      </div>
    </form>
  );
}

interface ClientsFieldProps {
  readonly clientIds: ViewDraft['clientIds'];
  readonly change: (ids: ClientId[] | null) => void;
}

/** None named: all of them, also those that come later. */
function ClientsField({ clientIds, change }: ClientsFieldProps) {
  const { t } = useTranslation('views');
  const { clients, may } = useSession();
  const read = clients.filter(({ id }) => may('conversations.read', id));
  return (
    <MultiSelect
      label={t('editor.clients')}
      placeholder={clientIds ? '' : t('editor.allClients')}
      value={clientIds ?? []}
      data={read.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(values) => {
        const ids = read.map(({ id }) => id).filter((id) => values.includes(id));
        change(ids.length > 0 ? ids : null);
      }}
    />
  );
}

/** How many it would show, shortly after the last change. */
function Tally({ draft }: { readonly draft: ViewDraft }) {
  const { t } = useTranslation('views');
  const trpc = useTRPC();
  const formats = useFormats();
  const { clientIds, filter, sort } = draft;
  // The same object for the same question: every other one is waited for anew, and drawn anew after that.
  const question = useMemo(() => ({ clientIds, filter, sort }), [clientIds, filter, sort]);
  const [asked] = useDebouncedValue(question, 250);
  const { data } = useQuery(trpc.views.tally.queryOptions(asked));
  if (!data) return <p />;
  const number = formats.number(data.count);
  return <p role="status">{t(data.capped ? 'editor.tallyMore' : 'editor.tally', { number })}</p>;
}

function RemoveView({ view, place, close }: { view: SavedView; place: QueuePlace; close: () => void }) {
  const { t } = useTranslation('views');
  const trpc = useTRPC();
  const remove = useMutation(
    trpc.views.remove.mutationOptions({
      onSuccess: () => {
        close();
        place.showView('unanswered');
      },
    }),
  );
  return (
    <Button
      variant="subtle"
      color="red"
      loading={remove.isPending}
      onClick={() => {
        if (view.audience === 'me' || window.confirm(t('editor.removeReally')))
          remove.mutate({ viewId: view.id });
      }}
    >
      {t('editor.remove')}
    </Button>
  );
}
