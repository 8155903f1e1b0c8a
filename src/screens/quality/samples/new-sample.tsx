import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { SampleId } from '../../../../electron/shared/ids.ts';
import { SamplePeriod } from '../../../../electron/shared/quality.ts';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';

const dayMilliseconds = 86_400_000;
const usualSize = 10;
const usualDays = 28;

interface NewSampleProps {
  readonly client: Client;
  readonly close: () => void;
  readonly drawn: (id: SampleId) => void;
}

/** A period, a size and a seed: with these anybody draws the same conversations. */
export function NewSample({ client, close, drawn }: NewSampleProps) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const trpc = useTRPC();
  const [period, setPeriod] = useState(() => lastDays(client.timeZone));
  const [size, setSize] = useState<number | string>(usualSize);
  const [seed, setSeed] = useState(newSeed);
  const valid = SamplePeriod.safeParse(period).success;
  const plan = useQuery({
    ...trpc.quality.plan.queryOptions({ clientId: client.id, period }),
    enabled: valid,
  });
  const draw = useMutation(
    trpc.quality.sample.mutationOptions({
      onSuccess(sample) {
        drawn(sample.id);
        close();
      },
    }),
  );
  const population = plan.data?.populationSize ?? null;
  const wanted = typeof size === 'number' ? size : 0;
  const ready = valid && wanted >= 1 && seed.trim() !== '' && population !== null && population > 0;
  const submit = () =>
    draw.mutate({ clientId: client.id, sample: { ...period, size: wanted, seed: seed.trim() } });
  return (
    <Dialog
      onClose={close}
      title={t('newSampleFor', { client: client.name })}
      closeButtonProps={{ 'aria-label': t('closePane') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) submit();
        }}
      >
        <Stack>
          <Group grow align="start">
            <TextInput
              type="date"
              label={t('from')}
              value={period.from}
              onChange={(event) => setPeriod({ ...period, from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('to')}
              value={period.to}
              error={valid ? null : t('periodInvalid')}
              onChange={(event) => setPeriod({ ...period, to: event.currentTarget.value })}
            />
          </Group>
          <Text size="sm" c="dimmed" role="status">
            {population === null
              ? t('counting')
              : t('population', { count: population, timeZone: client.timeZone })}
          </Text>
          <NumberInput
            label={t('size')}
            min={1}
            max={1000}
            allowDecimal={false}
            value={size}
            onChange={setSize}
          />
          {plan.data && population !== null && population > 0 && (
            <Group gap="xs">
              {plan.data.sizes.map((one) => (
                <Button
                  key={one.within}
                  size="compact-xs"
                  variant="default"
                  onClick={() => setSize(one.size)}
                >
                  {t('sizeFor', { size: formats.number(one.size), within: formats.percent(one.within) })}
                </Button>
              ))}
            </Group>
          )}
          <TextInput
            label={t('seed')}
            description={t('seedHint')}
            value={seed}
            dir="ltr"
            onChange={(event) => setSeed(event.currentTarget.value)}
            rightSection={
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('anotherSeed')}
                onClick={() => setSeed(newSeed())}
              >
                <Icon name="undo" />
              </Button>
            }
            rightSectionWidth={40}
          />
          {draw.error && <FailureNotice failure={failureOf(draw.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={draw.isPending}>
              {t('draw')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** The four weeks before today, on the client's own calendar. */
function lastDays(timeZone: string): SamplePeriod {
  const dayText = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  const now = Date.now();
  return { from: dayText(now - usualDays * dayMilliseconds), to: dayText(now - dayMilliseconds) };
}

/** Twenty decimal digits, as one would roll them with dice. */
const newSeed = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(20)), (value) => String(value % 10)).join('');
