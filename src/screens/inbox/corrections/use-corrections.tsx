import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Corrected, CorrectionTarget } from '../../../../electron/shared/corrections.ts';
import type { ConversationId, CorrectionId, MessageId } from '../../../../electron/shared/ids.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './corrections.module.css';

/** Long enough to see what was done and think again; afterwards the timeline offers it. */
const toastMilliseconds = 12_000;

type Target = Pick<CorrectionTarget, 'id' | 'subject'>;

export interface CorrectionDeeds {
  readonly isBusy: boolean;
  split(messageIds: readonly MessageId[]): void;
  merge(into: Target): void;
  /** Makes others part of this one, which is called so. */
  gather(fromIds: readonly ConversationId[], subject: string): void;
  move(messageIds: readonly MessageId[], into: Target): void;
  undo(correctionId: CorrectionId): void;
  /** Opens another conversation of the client in place of this one. */
  open(conversationId: ConversationId): void;
}

/** Puts right which messages belong together; a toast says what was done and offers to undo it. */
export function useCorrections({ clientId, conversationId }: ConversationRef): CorrectionDeeds {
  const { t } = useTranslation('corrections');
  const trpc = useTRPC();
  const say = useFailureText();
  const [location, go] = useLocation();
  const onError = (error: unknown) => notifications.show({ color: 'red', message: say(failureOf(error)) });
  const open = (id: ConversationId) => go(location.replace(conversationId, id));

  const undoing = useMutation(
    trpc.corrections.undo.mutationOptions({
      onError,
      onSuccess({ intoId }) {
        go(location.replace(conversationId, intoId));
        notifications.show({ message: t('undone') });
      },
    }),
  );
  const undo = (correctionId: CorrectionId) => {
    notifications.hide(correctionId);
    undoing.mutate({ clientId, correctionId });
  };
  const tell = ({ correctionId }: Corrected, words: string) =>
    notifications.show({
      id: correctionId,
      autoClose: toastMilliseconds,
      closeButtonProps: { 'aria-label': t('close') },
      message: (
        <div className={classes['toast']}>
          <span role="status">{words}</span>
          <Button
            size="compact-sm"
            leftSection={<Icon name="undo" size={14} mirrored />}
            onClick={() => undo(correctionId)}
          >
            {t('undo')}
          </Button>
        </div>
      ),
    });

  const splitting = useMutation(trpc.corrections.split.mutationOptions({ onError }));
  const merging = useMutation(trpc.corrections.merge.mutationOptions({ onError }));
  const moving = useMutation(trpc.corrections.move.mutationOptions({ onError }));
  /** In isolates: it keeps its direction inside the sentence. */
  const subjectOf = (into: Target) => `\u2068${into.subject || t('noSubject')}\u2069`;
  return {
    isBusy: splitting.isPending || merging.isPending || moving.isPending || undoing.isPending,
    split: (messageIds) =>
      splitting.mutate(
        { clientId, conversationId, messageIds: [...messageIds] },
        {
          onSuccess(done) {
            tell(done, t('split.done', { count: messageIds.length }));
            open(done.intoId);
          },
        },
      ),
    merge: (into) =>
      merging.mutate(
        { clientId, fromIds: [conversationId], intoId: into.id },
        {
          onSuccess(done) {
            tell(done, t('merge.done', { subject: subjectOf(into) }));
            open(done.intoId);
          },
        },
      ),
    gather(fromIds, subject) {
      // Asked of the command, not of its observer: the ticks are gone by then, and the button with them.
      void merging.mutateAsync({ clientId, fromIds: [...fromIds], intoId: conversationId }).then(
        (merged) => tell(merged, t('merge.done', { subject: subjectOf({ id: conversationId, subject }) })),
        () => undefined,
      );
    },
    move: (messageIds, into) =>
      moving.mutate(
        { clientId, conversationId, messageIds: [...messageIds], intoId: into.id },
        {
          onSuccess(done) {
            tell(done, t('move.done', { subject: subjectOf(into) }));
            // The last of it went: here is nothing more to see.
            if (done.kind === 'merge') open(done.intoId);
          },
        },
      ),
    undo,
    open,
  };
}
