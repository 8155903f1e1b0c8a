import { Button, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import type { TemplateId } from '../../../electron/shared/ids.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { TemplateForm } from './template-form.tsx';
import classes from './voice.module.css';

/** A client's templates, and one of them to work on. */
export function TemplatesPane({ client }: { readonly client: Client }) {
  const { t } = useTranslation('voice');
  const trpc = useTRPC();
  const { data: templates, error } = useQuery(trpc.templates.list.queryOptions({ clientId: client.id }));
  const [chosen, setChosen] = useState<TemplateId | 'new' | null>(null);
  if (error) return <FailureNotice failure={failureOf(error)} />;
  if (!templates) return null;
  const template = templates.find((each) => each.id === chosen) ?? null;
  return (
    <div className={classes['rules']}>
      <div className={classes['ruleSide']}>
        <ul className={classes['ruleList']}>
          {templates.map((each) => (
            <li key={each.id}>
              <UnstyledButton
                className={classes['rule']}
                aria-current={each.id === chosen || undefined}
                onClick={() => setChosen(each.id)}
              >
                <bdi>{each.name}</bdi>
                <bdi className={classes['state']}>
                  /{each.shortcut} · {each.locale}
                </bdi>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setChosen('new')}>
          {t('newTemplate')}
        </Button>
      </div>
      {template || chosen === 'new' ? (
        <TemplateForm
          key={template?.id ?? 'new'}
          client={client}
          template={template}
          onSaved={setChosen}
          onRemoved={() => setChosen(null)}
        />
      ) : (
        <p className={classes['quiet']}>{templates.length === 0 ? t('noTemplates') : t('chooseTemplate')}</p>
      )}
    </div>
  );
}
