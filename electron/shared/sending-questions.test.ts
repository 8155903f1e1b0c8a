import { describe, expect, it } from 'vitest';
import { promisesFile, questionsBefore } from './sending-questions.ts';

describe('a text promises a file', () => {
  it.each([
    'I have attached the return label.',
    'Please find attached your invoice.',
    'The form is attached below.',
    'Attached is the label for your parcel.',
    'See the attachment for the sizes.',
    "Hello Ana,\n\nI'm attaching a photo of the part.",
    'Enclosed you will find nothing; the label is enclosed.',
    'Te adjunto la etiqueta de devolución.',
    'Adjuntamos el formulario que necesitas.',
    'La factura va adjunta.',
    'Encontrarás los pasos en el archivo adjunto.',
    'Hemos adjuntado una foto.',
    'تجد الفاتورة مرفقة مع هذه الرسالة.',
    'المرفق يوضح الخطوات.',
    'أرفقنا لك ملصق الإرجاع.',
    'ستجد التفاصيل في المرفقات.',
  ])('%s', (text) => expect(promisesFile(text)).toBe(true));
});

describe('a text does not', () => {
  it.each([
    'Your parcel left our house this morning.',
    'Could you attach a photo of the damage?',
    'Please attach the receipt to your answer.',
    'Thank you for the photo you attached.',
    'No photo was attached to your message.',
    '> I have attached the return label.\nThank you!',
    'Attachments over 10 MB are refused by our server.',
    '¿Puedes adjuntar una foto?',
    'Gracias por la foto que nos has adjuntado.',
    'Por favor, adjunta el recibo a tu respuesta.',
    'يرجى إرفاق صورة للضرر.',
    'شكراً على الصورة التي أرفقتها.',
    'رافقتكم السلامة.',
  ])('%s', (text) => expect(promisesFile(text)).toBe(false));
});

it('asks about a missing file, and about files that may be programs', () => {
  const text = 'I have attached the form.';
  expect(questionsBefore({ text, files: [] })).toEqual(['no-file']);
  expect(questionsBefore({ text, files: [{ dangerous: false }] })).toEqual([]);
  expect(questionsBefore({ text: 'Hello', files: [{ dangerous: false }, { dangerous: true }] })).toEqual([
    'dangerous-file',
  ]);
});
