import { Button, Popover, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import type { Template, TemplateBody } from '../../../../electron/shared/templates.ts';
import { useSession } from '../../../app/session.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { useTemplateProblemText } from '../problem-text.ts';
import voice from '../voice.module.css';
import { markOf } from './template-shelf.ts';
import classes from './templates.module.css';

interface TemplateActionsProps {
  readonly client: Client;
  readonly template: Template | null;
  readonly body: TemplateBody;
  readonly changed: boolean;
  readonly onSaved: (id: TemplateId) => void;
  readonly onRemoved: () => void;
}

/** Who may publish does; everybody else writes drafts and asks. */
export function TemplateActions(props: TemplateActionsProps) {
  const { client, template, body, changed, onSaved, onRemoved } = props;
  const { t } = useTranslation('templates');
  const { t: own } = useTranslation('voice');
  const { may } = useSession();
  const trpc = useTRPC();
  const say = useTemplateProblemText();
  const done = { onSuccess: ({ id }: Template) => onSaved(id) };
  const publish = useMutation(trpc.templates.save.mutationOptions(done));
  const saveDraft = useMutation(trpc.templates.saveDraft.mutationOptions(done));
  const submit = useMutation(trpc.templates.submit.mutationOptions());
  const decide = useMutation(trpc.templates.decide.mutationOptions());
  const remove = useMutation(trpc.templates.remove.mutationOptions({ onSuccess: onRemoved }));
  const manages = may('templates.manage', client.id);
  const at = { clientId: client.id };
  const saved = { ...at, id: template?.id ?? null, body };
  const error = [publish, saveDraft, submit, decide, remove].find((each) => each.error)?.error;
  const isPending = template !== null && template.state !== 'published';
  return (
    <>
      {template && (
        <p className={classes['standing']} role="status">
          <span className={classes['mark']} data-mark={markOf(template)}>
            {t(`state.${markOf(template)}`)}
          </span>
          {' · '}
          {t('history.version', { version: template.version })}
          {template.returnedFor !== null && template.returnedFor !== '' && (
            <> · {t('returned', { comment: template.returnedFor })}</>
          )}
        </p>
      )}
      <div className={voice['actions']}>
        {manages && (
          <Button
            loading={publish.isPending}
            onClick={({ currentTarget: { form } }) => {
              if (form?.reportValidity()) publish.mutate(saved);
            }}
          >
            {own('saveTemplate')}
          </Button>
        )}
        <Button
          variant={manages ? 'default' : 'filled'}
          loading={saveDraft.isPending}
          disabled={template !== null && !changed}
          onClick={({ currentTarget: { form } }) => {
            if (form?.reportValidity()) saveDraft.mutate(saved);
          }}
        >
          {t('actions.saveDraft')}
        </Button>
        {template?.state === 'draft' && (
          <Button
            variant="default"
            loading={submit.isPending}
            disabled={changed}
            onClick={() => submit.mutate({ ...at, id: template.id })}
          >
            {t('actions.submit')}
          </Button>
        )}
        {manages && isPending && (
          <Button
            variant="default"
            disabled={changed}
            loading={decide.isPending}
            onClick={() => decide.mutate({ ...at, id: template.id, publish: true })}
          >
            {t('actions.approve')}
          </Button>
        )}
        {manages && template?.state === 'submitted' && (
          <SendBack
            onSend={(comment) => decide.mutate({ ...at, id: template.id, publish: false, comment })}
          />
        )}
        {manages && template && (
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate({ ...at, id: template.id })}
          >
            {own('removeTemplate')}
          </Button>
        )}
        {isPending && changed && <span className={voice['quiet']}>{t('actions.saveFirst')}</span>}
      </div>
      {error && (
        <div>
          {say(failureOf(error)) && (
            <p role="alert" className={voice['wrong']}>
              {say(failureOf(error))}
            </p>
          )}
          <FailureNotice failure={failureOf(error)} />
        </div>
      )}
    </>
  );
}

function SendBack({ onSend }: { readonly onSend: (comment: string) => void }) {
  const { t } = useTranslation('templates');
  const [open, setOpen] = useState(false);
  const [comment, setComment] = useState('');
  return (
    <Popover opened={open} onChange={setOpen} width={320} trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!open)}>
          {t('actions.return')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['addText'] ?? ''}>
        <Textarea
          label={t('actions.comment')}
          autosize
          minRows={3}
          maxLength={1000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Button
          size="xs"
          disabled={comment.trim() === ''}
          onClick={() => {
            setOpen(false);
            onSend(comment);
          }}
        >
          {t('actions.return')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
