import type { ForeignKind } from '../../electron/shared/brand-safety.ts';
import type { Random } from '../../electron/shared/demo/random.ts';
import type { CorpusBrand } from './brand-corpus.ts';

export interface Plant {
  readonly kind: ForeignKind;
  readonly variant: string;
  /** What was put into the reply. */
  readonly words: string;
}

type Maker = (brand: CorpusBrand, random: Random) => string;

const sentencesWithName = [
  (name: string) => `Thank you for shopping with ${name}.`,
  (name: string) => `I am writing to you from ${name} about this.`,
  (name: string) => `Your ${name} account has been credited.`,
  (name: string) => `As a ${name} customer you can send it back for free.`,
  (name: string) => `Welcome to ${name}!`,
  (name: string) => `${name}'s returns policy gives you thirty days.`,
  (name: string) => `The ${name} team is looking into it.`,
  (name: string) => `Gracias por confiar en ${name}.`,
  (name: string) => `Escribo desde ${name} por tu pedido.`,
  (name: string) => `Vielen Dank, dass Sie bei ${name} bestellt haben.`,
];
/** Where the name can't be an ordinary word, it gives itself away in any sentence. */
const anySentence = [
  ...sentencesWithName,
  (name: string) => `We at ${name}, as you know, never close.`,
  (name: string) => `${name} will write to you again.`,
  (name: string) => `(see ${name})`,
  (name: string) => `شكرًا لتسوقك مع ${name}.`,
];

const lookAlike = (text: string) => text.replaceAll('o', 'о').replaceAll('a', 'а').replaceAll('e', 'е');
const accented = (text: string) => text.replace(/[aeiou]/, (vowel) => `${vowel}\u0301`);
const wide = (text: string) =>
  text.replaceAll(/[A-Za-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
const figures = (text: string) => text.replace('o', '0').replace('l', '1');

const nameOf = (brand: CorpusBrand, random: Random) => random.pick(brand.names);
const says: Maker = (brand, random) =>
  random.pick(brand.everyday ? sentencesWithName : anySentence)(nameOf(brand, random));
const saysAs =
  (change: (name: string) => string): Maker =>
  (brand, random) =>
    random.pick(anySentence)(change(nameOf(brand, random)));
const digitsOf = (phone: string) => phone.replaceAll(/\D/g, '');

const ofAll: Readonly<Record<string, { kind: ForeignKind; make: Maker }>> = {
  'the name in a sentence': { kind: 'name', make: says },
  'the name under a letter': { kind: 'name', make: (brand) => `\n\nBest,\n${brand.names[0]}` },
  'the domain': { kind: 'domain', make: (brand) => `More on www.${brand.domain} today.` },
  'a page of it': { kind: 'domain', make: (brand) => `See https://shop.${brand.domain}/orders?id=7.` },
  'the domain in capitals': { kind: 'domain', make: (brand) => `Visit ${brand.domain.toUpperCase()}` },
  'the address': { kind: 'address', make: (brand) => `Write to ${brand.address}, please.` },
  'another address of it': { kind: 'address', make: (brand) => `Mail <claims@${brand.domain}> instead.` },
  'the phone as it is signed': { kind: 'phone', make: (brand) => `Call ${brand.phone}.` },
  'the phone in digits': { kind: 'phone', make: (brand) => `Call 00${digitsOf(brand.phone)} now` },
  'the phone with dots': {
    kind: 'phone',
    make: (brand) => `Tel. ${brand.phone.replaceAll(/[()]/g, '').replaceAll(/[\s-]+/g, '.')}`,
  },
  'a line of the signature': { kind: 'signature', make: (brand) => `\n${brand.signature[1]}\n` },
  'the signature pasted whole': { kind: 'signature', make: (brand) => `\n\n${brand.signature.join('\n')}` },
  'the help page': { kind: 'link', make: (brand) => `It is explained here: ${brand.link}` },
  'the voucher': { kind: 'code', make: (brand) => `Use ${brand.voucher} at the till.` },
  'an order number': { kind: 'code', make: (brand, random) => `About order ${brand.order(random)}:` },
  'a template id': { kind: 'template', make: (brand) => `template ${brand.facts.templates[0]?.id}` },
};

const ofNames: Readonly<Record<string, { kind: ForeignKind; make: Maker }>> = {
  'the name in small letters': { kind: 'name', make: saysAs((name) => name.toLowerCase()) },
  'the name in capitals': { kind: 'name', make: saysAs((name) => name.toUpperCase()) },
  'the name in look-alikes': { kind: 'name', make: saysAs(lookAlike) },
  'the name with an accent': { kind: 'name', make: saysAs(accented) },
  'the name in wide letters': { kind: 'name', make: saysAs(wide) },
  'the name with figures': { kind: 'name', make: saysAs(figures) },
  'the name as one word': { kind: 'name', make: saysAs((name) => name.replaceAll(/[^\p{L}]/gu, '')) },
  'the name with hyphens': { kind: 'name', make: saysAs((name) => name.replaceAll(' ', '-')) },
  'the name over a line': { kind: 'name', make: saysAs((name) => name.replace(' ', '\n')) },
  'the name with an unseen letter': {
    kind: 'name',
    make: saysAs((name) => `${name.slice(0, 3)}\u200b${name.slice(3)}`),
  },
};

/** One of every way in which a brand gives itself away that fits this brand. */
export const plantsFor = (brand: CorpusBrand, random: Random): Plant[] =>
  Object.entries(brand.everyday ? ofAll : { ...ofAll, ...ofNames }).map(([variant, { kind, make }]) => ({
    kind,
    variant,
    words: make(brand, random),
  }));

/** Puts it between two paragraphs, or at the end: where a person's clipboard would. */
export function plantInto(reply: string, plant: Plant, random: Random): string {
  const paragraphs = reply.split('\n\n');
  const at = plant.words.startsWith('\n\n')
    ? paragraphs.length
    : random.between(1, Math.max(1, paragraphs.length - 1));
  return paragraphs.toSpliced(at, 0, plant.words.trim()).join('\n\n');
}
