/** What a saved view sorts by. `waiting` and `due` show only what waits for us and what was promised. */
export const viewSorts = ['newest', 'oldest', 'waiting', 'due'] as const;
export type ViewSort = (typeof viewSorts)[number];

/** What a line of a saved view shows beside who and what. */
export const viewColumns = ['preview', 'tags', 'status', 'assignee'] as const;
export type ViewColumn = (typeof viewColumns)[number];

/** Who sees a saved view: its maker, the operators of its one client, or everybody (over several clients). */
export const viewAudiences = ['me', 'team', 'everyone'] as const;

export const viewPromises = ['running', 'soon', 'overdue'] as const;
