import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '../../../../electron/shared/actions.ts';
import { may as mayDo } from '../../../../electron/shared/permissions.ts';
import { useSession } from '../../../app/session.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import { MergeButton } from '../bulk/merge-button.tsx';
import { useBulk } from '../bulk/use-bulk.tsx';
import { StatusButton } from '../bulk/status-button.tsx';
import { TagButton } from '../bulk/tag-button.tsx';
import type { InboxPlace } from '../inbox-place.ts';
import { useSnoozeDialog } from '../moment/use-moment-dialog.tsx';
import classes from './queue-pane.module.css';
import type { Ticked } from './use-ticked.ts';

interface BulkBarProps {
  readonly place: InboxPlace;
  readonly ticked: Ticked;
  /** There is more in the list than is loaded or ticked. */
  readonly hasOthers: boolean;
}

/** What can be done to all ticked conversations at once; it can be stopped, and undone as a whole. */
export function BulkBar({ place, ticked, hasOthers }: BulkBarProps) {
  const { t } = useTranslation(['inbox', 'views']);
  const { may } = useSession();
  const bulk = useBulk(place);
  const { rows, all } = ticked;
  const act = (...actions: BulkAction[]) => {
    void bulk({ rows, all }, actions);
    ticked.clear();
  };
  const { ask, dialog } = useSnoozeDialog((until) => act({ kind: 'snooze-until', until }));
  const [first] = rows;
  const isOfOne = rows.every(({ clientId }) => clientId === first?.clientId);
  const ofClient = all ? place.clientId : isOfOne && first ? first.clientId : null;
  const works = rows.some(({ clientId }) => may('conversations.work', clientId));
  return (
    <div className={classes['bulk']} role="region" aria-label={t('bulk.name')}>
      <span role="status">
        {all ? t('bulk.allOfList', { ns: 'views' }) : t('bulk.ticked', { count: rows.length })}
      </span>
      {works && (
        <>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => act({ kind: 'status', status: 'resolved' })}
          >
            {t('bulk.resolve')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={ask}>
            {t('bulk.snooze')}
          </Button>
          <TagButton kind="tag" rows={rows} choose={(tag) => act({ kind: 'tag', tag })} />
          <TagButton kind="untag" rows={rows} choose={(tag) => act({ kind: 'untag', tag })} />
          <Assign rows={rows} choose={(to) => act({ kind: 'assign', to })} />
          {!all && (
            <Suspense>
              <MergeButton rows={rows} done={ticked.clear} />
            </Suspense>
          )}
          <Suspense fallback={null}>
            <StatusButton
              clientId={ofClient}
              choose={({ status, named }) => act({ kind: 'status', status, statusId: named?.id })}
              snooze={ask}
            />
          </Suspense>
          <Button size="compact-xs" variant="default" onClick={() => act({ kind: 'status', status: 'spam' })}>
            {t('status.spam')}
          </Button>
        </>
      )}
      {hasOthers && !all && (
        <Button size="compact-xs" variant="subtle" onClick={ticked.tickAll}>
          {t('bulk.allOfList', { ns: 'views' })}
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" onClick={ticked.clear}>
        {t('bulk.clear')}
      </Button>
      {dialog}
    </div>
  );
}

type To = Extract<BulkAction, { kind: 'assign' }>['to'];

/** Only to whoever may work for every client that is ticked. */
function Assign({ rows, choose }: { readonly rows: Ticked['rows']; readonly choose: (to: To) => void }) {
  const { t } = useTranslation(['inbox', 'views']);
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const clientIds = [...new Set(rows.map(({ clientId }) => clientId))];
  const able = operators.filter((each) => clientIds.every((id) => mayDo(each, 'conversations.work', id)));
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <Button size="compact-xs" variant="default">
          {t('bulk.assign', { ns: 'views' })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => choose('me')}>{t('assign.me')}</Menu.Item>
        <Menu.Item onClick={() => choose('nobody')}>{t('assign.nobody')}</Menu.Item>
        {able.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => choose(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
