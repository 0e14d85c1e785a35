import { Group, NativeSelect, Stack, Tabs, Text, Title } from '@mantine/core';
import type { ComponentType } from 'react';
import { useSearchParams } from 'react-router';
import { mostUnits, useUnits, type UnitChoice } from '../api/handling-queries.ts';
import { Section } from '../common/section.tsx';
import { usePageTitle } from '../common/use-page-title.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { BrokenCommitments } from './broken-commitments.tsx';
import { DeemedConsents } from './deemed-consents.tsx';
import { OverdueTasks } from './overdue-tasks.tsx';
import { RefusedEscalations } from './refused-escalations.tsx';
import { Responses } from './responses.tsx';
import { UnresolvedRecommendations } from './unresolved-recommendations.tsx';
import { WaitingOpinions } from './waiting-opinions.tsx';

const lists = {
  waiting: WaitingOpinions,
  deemed: DeemedConsents,
  tasks: OverdueTasks,
  commitments: BrokenCommitments,
  escalations: RefusedEscalations,
  recommendations: UnresolvedRecommendations,
  responses: Responses,
} satisfies Record<string, ComponentType<{ readonly unit: UnitChoice }>>;
type ListName = keyof typeof lists;
const names = Object.keys(lists) as ListName[];

/** What the rules of handling leave open: who is waited for, what is overdue, what was promised and not met. */
export function HandlingScreen() {
  const { text } = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const chosen = names.find((name) => name === parameters.get('list')) ?? 'waiting';
  const unit = parameters.get('unit');
  usePageTitle(text('handling.title'));
  const show = (list: string | null, of: UnitChoice): void =>
    setParameters({ ...(list === null || list === 'waiting' ? {} : { list }), ...(of === null ? {} : { unit: of }) });
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h2">
            {text('handling.title')}
          </Title>
          <Text c="var(--muted)">{text('handling.lead')}</Text>
        </div>
        <UnitFilter unit={unit} onUnit={(of) => show(chosen, of)} />
      </Group>
      <Section heading={text('handling.lists')}>
        <Tabs value={chosen} onChange={(list) => show(list, unit)} keepMounted={false}>
          <Tabs.List aria-label={text('handling.lists')} mb="md">
            {names.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {text(`handling.tab.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {names.map((name) => {
            const List = lists[name];
            return (
              <Tabs.Panel key={name} value={name}>
                <List unit={unit} />
              </Tabs.Panel>
            );
          })}
        </Tabs>
      </Section>
    </Stack>
  );
}

type UnitFilterProps = { readonly unit: UnitChoice; readonly onUnit: (unit: UnitChoice) => void };

function UnitFilter({ unit, onUnit }: UnitFilterProps) {
  const { text, language, count } = useLanguage();
  const { data } = useUnits();
  const found = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  // A unit from the address stays chosen even where the answer does not hold it.
  const known = unit === null || found.some(({ value }) => value === unit) ? [] : [{ value: unit, label: unit }];
  const choices = [...found, ...known].sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <NativeSelect
      size="xs"
      label={text('handling.unit')}
      {...(data?.next == null ? {} : { description: text('handling.unit.cut', { count: count(mostUnits) }) })}
      value={unit ?? ''}
      onChange={(event) => onUnit(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={[{ value: '', label: text('custody.allUnits') }, ...choices]}
      maw={300}
    />
  );
}
