import type { Macro, MacroAction } from '../../../shared/actions.ts';
import type { MacroId } from '../../../shared/ids.ts';
import type { ClientStore } from '../../store/client/client-store.ts';

export const listMacros = (store: ClientStore): Macro[] =>
  store
    .all(store.sql.selectFrom('macros').selectAll().orderBy('position').orderBy('name'))
    .map((row) => ({ id: row.id, name: row.name, actions: JSON.parse(row.actions) as MacroAction[] }));

export function putMacro(store: ClientStore, macro: Macro): void {
  const changes = { name: macro.name, actions: JSON.stringify(macro.actions) };
  const last = store.first(
    store.sql.selectFrom('macros').select((of) => of.fn.max<number | null>('position').as('position')),
  );
  store.run(
    store.sql
      .insertInto('macros')
      .values({ id: macro.id, position: (last?.position ?? -1) + 1, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
}

export const deleteMacro = (store: ClientStore, id: MacroId): void =>
  void store.run(store.sql.deleteFrom('macros').where('id', '=', id));

export const placeMacros = (store: ClientStore, ids: readonly MacroId[]): void =>
  ids.forEach((id, position) => {
    store.run(store.sql.updateTable('macros').set({ position }).where('id', '=', id));
  });
