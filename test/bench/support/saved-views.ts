import type { SavedView, ViewDraft } from '../../../electron/shared/views.ts';
import type { Caller } from './answers.ts';

const asked = (filter: Partial<ViewDraft['filter']>, sort: ViewDraft['sort']) => ({ filter, sort });

/** Views as people put them together, from narrow to wide, and some that look at much to find little. */
const drafts = {
  'refunds to do': asked({ tags: ['refund'], statuses: ['new', 'open'] }, 'oldest'),
  'anything but refunds': asked({ withoutTags: ['refund', 'delivery'] }, 'newest'),
  'mine, with a tag': asked({ assignee: 'me', tags: ['complaint', 'warranty'] }, 'newest'),
  "somebody's, resolved": asked({ assignee: 'somebody', statuses: ['resolved'] }, 'newest'),
  'waiting for a day': asked({ waitingMinutes: 1_440 }, 'waiting'),
  'waiting, tagged, of nobody': asked({ waiting: true, tags: ['invoice'], assignee: 'nobody' }, 'waiting'),
  overdue: asked({ promise: 'overdue' }, 'due'),
  'spam with a tag': asked({ statuses: ['spam'], tags: ['invoice', 'refund'] }, 'oldest'),
  'on hold or snoozed': asked({ statuses: ['on-hold', 'snoozed'] }, 'newest'),
  'resolved without an answer': asked({ statuses: ['resolved'], waiting: true }, 'oldest'),
} as const;

/** Kept under their names; those that are there already stay as they are. */
export async function savedViews(caller: Caller): Promise<readonly SavedView[]> {
  const known = new Set((await caller.views.list()).map(({ name }) => name));
  for (const [name, draft] of Object.entries(drafts)) {
    if (known.has(name)) continue;
    await caller.views.save({ id: null, name, audience: 'me', clientIds: null, columns: [], ...draft });
  }
  return caller.views.list();
}
