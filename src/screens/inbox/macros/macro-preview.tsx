import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MacroId } from '../../../../electron/shared/ids.ts';
import { useActionWords } from '../../../components/automation-words/use-action-words.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useClientNames } from '../../../rpc/use-client-names.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './macros.module.css';

interface MacroPreviewProps {
  readonly id: string;
  readonly at: ConversationRef;
  readonly macroId: MacroId;
}

/** What a macro would do to this conversation as it stands, step by step; in a menu, where no list may stand. */
export function MacroPreview({ id, at, macroId }: MacroPreviewProps) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const say = useFailureText();
  const does = useActionWords(useClientNames(at.clientId));
  const { data } = useQuery(trpc.macros.preview.queryOptions({ ...at, macroId }, { staleTime: 0 }));
  return (
    <div id={id} className={classes['preview']}>
      <div>{t('macros.would')}</div>
      {data?.effects.map(({ action, changes }, index) => (
        <div key={index} className={classes['step']}>
          {changes ? does(action) : t('macros.already', { action: does(action) })}
        </div>
      ))}
      {data?.refusal && <div className={classes['refused']}>{say(data.refusal)}</div>}
    </div>
  );
}
