import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MacroId } from '../../../../electron/shared/ids.ts';
import { useActionWords } from '../../../components/automation-words/use-action-words.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useClientNames } from '../../../rpc/use-client-names.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './macros.module.css';

/** What a macro would do to this conversation as it stands, step by step. */
export function MacroPreview({ at, macroId }: { readonly at: ConversationRef; readonly macroId: MacroId }) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const say = useFailureText();
  const does = useActionWords(useClientNames(at.clientId));
  const { data } = useQuery(trpc.macros.preview.queryOptions({ ...at, macroId }, { staleTime: 0 }));
  return (
    <div className={classes['preview']} role="status">
      <p>{t('macros.would')}</p>
      <ul>
        {data?.effects.map(({ action, changes }, index) => (
          <li key={index} data-same={!changes || undefined}>
            {changes ? does(action) : t('macros.already', { action: does(action) })}
          </li>
        ))}
      </ul>
      {data?.refusal && <p className={classes['refused']}>{say(data.refusal)}</p>}
    </div>
  );
}
