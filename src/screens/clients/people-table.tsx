import { NumberInput, Switch, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { mostCapacity, type Person } from '../../../electron/shared/people.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';

interface PeopleTableProps {
  readonly clientId: ClientId;
  readonly people: readonly Person[];
  /** The client's own measure, for those of whom nothing else is said. */
  readonly usual: number | null;
}

/** A line for each who may work for this client; a change is in force at once. */
export function PeopleTable({ clientId, people, usual }: PeopleTableProps) {
  const { t } = useTranslation('people');
  const trpc = useTRPC();
  const certify = useMutation(trpc.people.certify.mutationOptions());
  const measure = useMutation(trpc.people.setCapacity.mutationOptions());
  const error = certify.error ?? measure.error;
  if (people.length === 0) return <Text c="dimmed">{t('section.none')}</Text>;
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('section.person')}</Table.Th>
            <Table.Th>{t('section.certified')}</Table.Th>
            <Table.Th>{t('section.measure')}</Table.Th>
            <Table.Th>{t('section.inHand')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <PersonRow
              key={person.operatorId}
              person={person}
              usual={usual}
              certify={(certified) => certify.mutate({ clientId, operatorId: person.operatorId, certified })}
              setCapacity={(capacity) =>
                measure.mutate({ clientId, operatorId: person.operatorId, capacity })
              }
            />
          ))}
        </Table.Tbody>
      </Table>
      {error && <FailureNotice failure={failureOf(error)} />}
    </>
  );
}

interface PersonRowProps {
  readonly person: Person;
  readonly usual: number | null;
  readonly certify: (certified: boolean) => void;
  readonly setCapacity: (capacity: number | null) => void;
}

function PersonRow({ person, usual, certify, setCapacity }: PersonRowProps) {
  const { t } = useTranslation('people');
  const formats = useFormats();
  const now = useNow();
  const { name, certifiedAt, capacity, inHand, awaySince } = person;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <bdi>{name}</bdi>
        {awaySince !== null && (
          <Text span c="dimmed" size="xs">
            {' '}
            ({t('section.isAway')})
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        <Switch
          aria-label={t('section.certifyName', { name })}
          label={certifiedAt && formats.shortTime(certifiedAt, now)}
          checked={certifiedAt !== null}
          onChange={(event) => certify(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td>
        <Measure key={capacity} name={name} capacity={capacity} usual={usual} save={setCapacity} />
      </Table.Td>
      <Table.Td>{formats.number(inHand)}</Table.Td>
    </Table.Tr>
  );
}

interface MeasureProps {
  readonly name: string;
  readonly capacity: number | null;
  readonly usual: number | null;
  readonly save: (capacity: number | null) => void;
}

/** Empty: the client's usual one. Kept when the hand leaves it, not at every digit. */
function Measure({ name, capacity, usual, save }: MeasureProps) {
  const { t } = useTranslation('people');
  const formats = useFormats();
  const [typed, setTyped] = useState<number | string>(capacity ?? '');
  const meant = typed === '' ? null : Number(typed);
  return (
    <NumberInput
      aria-label={t('section.measureOf', { name })}
      placeholder={usual === null ? t('section.usual') : `${formats.number(usual)} (${t('section.usual')})`}
      size="xs"
      w={130}
      min={0}
      max={mostCapacity}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        if (meant !== capacity) save(meant);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
