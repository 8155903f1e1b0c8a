import { describe, expect, it } from 'vitest';
import { splitQuote } from './quote.ts';

const quoted = '> Where is it?\n> Carla';

describe('the words of a reply and what it quotes', () => {
  const headers = {
    English: 'On Tue, 3 Mar 2026 at 10:00, Northwind <help@northwind.example> wrote:',
    'English, wrapped':
      'On Tue, 3 Mar 2026 at 10:00, Northwind Customer Service\n<help@northwind.example> wrote:',
    Spanish: 'El mar, 3 mar 2026 a las 10:00, Northwind (<help@northwind.example>) escribió:',
    German: 'Am Di., 3. März 2026 um 10:00 Uhr schrieb Northwind <help@northwind.example>:',
    'German, name first': 'Northwind <help@northwind.example> schrieb am 3. März 2026:',
    French: 'Le mar. 3 mars 2026 à 10:00, Northwind <help@northwind.example> a écrit :',
    Arabic: 'في الثلاثاء، ٣ مارس ٢٠٢٦ في ١٠:٠٠ كتب Northwind <help@northwind.example>:',
    Portuguese: 'Em ter., 3 de mar. de 2026 às 10:00, Northwind <help@northwind.example> escreveu:',
  };
  for (const [language, header] of Object.entries(headers)) {
    it(`knows the header in ${language}`, () => {
      const own = 'Thank you.\nIt has come.';
      expect(splitQuote(`${own}\n\n${header}\n\n${quoted}\n`)).toEqual({
        text: own,
        quotedText: `${header}\n\n${quoted}`,
      });
      const unmarked = splitQuote(`${own}\n\n${header}\nWhere is it?\nCarla`);
      expect(unmarked).toEqual({ text: own, quotedText: `${header}\nWhere is it?\nCarla` });
    });
  }

  it('knows the blocks of Outlook', () => {
    const blocks = [
      '-----Original Message-----\nFrom: Northwind\nSent: Tuesday\nTo: Carla\nSubject: Parcel\n\nHello',
      '________________________________\nFrom: Northwind\nSent: Tuesday\nTo: Carla\nSubject: Parcel\n\nHello',
      'Von: Northwind\nGesendet: Dienstag\nAn: Carla\nBetreff: Paket\n\nHallo',
      'De : Northwind\nEnvoyé : mardi\nÀ : Carla\nObjet : Colis\n\nBonjour',
      'De: Northwind\nEnviado el: martes\nPara: Carla\nAsunto: Paquete\n\nHola',
      'من: Northwind\nالتاريخ: الثلاثاء\nإلى: Carla\nالموضوع: طرد\n\nمرحبا',
    ];
    for (const block of blocks)
      expect(splitQuote(`My answer.\n\n${block}`)).toEqual({ text: 'My answer.', quotedText: block });
  });

  it('takes marked lines at the end without a header, and a quotation above the answer', () => {
    expect(splitQuote(`Yes.\n${quoted}`)).toEqual({ text: 'Yes.', quotedText: quoted });
    expect(splitQuote(`On 3 March 2026 Northwind wrote:\n${quoted}\n\nHere below.`)).toEqual({
      text: 'Here below.',
      quotedText: `On 3 March 2026 Northwind wrote:\n${quoted}`,
    });
  });

  it('leaves answers between quoted lines where they are', () => {
    const whole = 'On 3 March 2026 Northwind wrote:\n> Which size?\nLarge.\n> Which colour?\nBlue.';
    expect(splitQuote(whole)).toEqual({ text: whole, quotedText: '' });
  });

  it('keeps what a person wrote themselves', () => {
    const own = [
      'On the form I wrote:\nmy address is wrong',
      'I said on Monday and you wrote:\nit is on its way',
      'From: London\nto Paris, the parcel took a week.',
      '> only quoted',
      '',
    ];
    for (const text of own) expect(splitQuote(text)).toEqual({ text, quotedText: '' });
    const forwarded = 'From: Shop\nSent: Monday\nTo: Carla\nSubject: Receipt\n\nYour receipt';
    expect(splitQuote(forwarded)).toEqual({ text: forwarded, quotedText: '' });
  });

  it('loses no word, and stays linear', () => {
    const long = `${'On x wrote\n'.repeat(30_000)}${'> '.repeat(50_000)}\n${'On '.repeat(100_000)}:`;
    const { text, quotedText } = splitQuote(long);
    const words = (of: string) => of.split(/\s+/).filter(Boolean).length;
    expect(words(text) + words(quotedText)).toBe(words(long));
  });
});
