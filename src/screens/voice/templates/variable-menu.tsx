import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { templateVariables } from '../../../../electron/shared/template-variables.ts';
import { Icon } from '../../../components/icon/icon.tsx';

/** Everything that a template may name, to be put in at the caret. */
export function VariableMenu({ onInsert }: { readonly onInsert: (text: string) => void }) {
  const { t } = useTranslation('voice');
  return (
    <div>
      <Menu position="bottom-start" width={240} returnFocus={false}>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<Icon name="down" size={14} />}>
            {t('insertVariable')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
          {Object.entries(templateVariables).flatMap(([root, fields]) =>
            fields.map((field) => (
              <Menu.Item key={`${root}.${field}`} onClick={() => onInsert(`{{ ${root}.${field} }}`)}>
                <bdi>
                  {root}.{field}
                </bdi>
              </Menu.Item>
            )),
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
