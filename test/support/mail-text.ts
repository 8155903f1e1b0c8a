/** A plain message as text, with what the test cares about. CRLF line ends. */
export function mailText(
  details: {
    id?: string;
    from?: string;
    subject?: string;
    text?: string;
    date?: string;
    headers?: readonly string[];
  } = {},
): string {
  const {
    id = 'one',
    from = 'Carla Customer <carla@customer.example>',
    subject = 'Where is my parcel?',
  } = details;
  return [
    `Message-ID: <${id}@customer.example>`,
    `From: ${from}`,
    'To: help@northwind.example',
    `Subject: ${subject}`,
    `Date: ${details.date ?? 'Wed, 04 Mar 2026 09:00:00 +0000'}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...(details.headers ?? []),
    '',
    details.text ?? 'I ordered a week ago and nothing has come.',
    '',
  ].join('\r\n');
}
