import { Button, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Client } from '../../../electron/shared/clients.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './clients.module.css';

/** Removes a client for good, once its name has been typed. */
export function RemoveClient({ client }: { readonly client: Client }) {
  const { t } = useTranslation('clients');
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [, navigate] = useLocation();
  const trpc = useTRPC();
  const remove = useMutation(trpc.clients.remove.mutationOptions({ onSuccess: () => navigate('/clients') }));
  const agreed = typed.trim() === client.name;
  return (
    <section className={`${classes['section']} ${classes['danger']}`}>
      <Title order={2}>{t('remove')}</Title>
      <Text>{t('removeText', { name: client.name })}</Text>
      <div className={classes['actions']}>
        <Button variant="outline" color="red" onClick={() => setAsking(true)}>
          {t('removeName', { name: client.name })}
        </Button>
      </div>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('removeName', { name: client.name })}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (agreed) remove.mutate({ clientId: client.id });
          }}
        >
          <Stack gap="md">
            <Text>{t('removeText', { name: client.name })}</Text>
            <TextInput
              label={t('typeName', { name: client.name })}
              value={typed}
              data-autofocus
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            {remove.error && <FailureNotice failure={failureOf(remove.error)} />}
            <div className={classes['actions']}>
              <Button type="submit" color="red" disabled={!agreed} loading={remove.isPending}>
                {t('removeForGood')}
              </Button>
              <Button variant="default" onClick={() => setAsking(false)}>
                {t('cancel')}
              </Button>
            </div>
          </Stack>
        </form>
      </Modal>
    </section>
  );
}
