import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'playwright/test';
import { openDemo } from '../desk.ts';
import { desktopCommand } from '../launch.ts';
import { test } from './fixture.ts';

const link =
  'mailto:dana@elsewhere.example?cc=eli@elsewhere.example&subject=Your%20order&body=Two%20lines%0D%0Aof%20text';

test('a mailto link opens a new message with what it says; its text becomes the draft, and nothing is sent', async ({
  desktop: { page, data },
}) => {
  test.slow();
  await openDemo({ page });
  const { command, parameters } = desktopCommand({ data, parameters: [link] });
  const second = spawn(command, parameters, { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);

  const dialog = page.getByRole('dialog', { name: 'New message' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('dana@elsewhere.example')).toBeVisible();
  await expect(dialog.getByText('eli@elsewhere.example')).toBeVisible();
  await expect(dialog.getByLabel('Subject')).toHaveValue('Your order');
  await dialog.getByRole('combobox', { name: 'Client' }).click();
  await page.getByRole('option', { name: 'Kestrel Fork Outdoor', exact: true }).click();
  await dialog.getByRole('button', { name: 'Write as Kestrel Fork Outdoor' }).click();
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue('Two lines\nof text');
  await expect(page.getByRole('region', { name: /^Write as / })).toContainText('eli@elsewhere.example');
  await expect(page.getByText(/^Sending as /)).toBeHidden();
});
