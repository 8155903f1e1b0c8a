import { bareOf, type Word } from './word-rules.ts';

/**
 * Words that hold a sentence together or greet, and say nothing of what it is about. Where a conversation has few others in common
 * with the templates, these would choose between them.
 */
const functionWords: ReadonlySet<string> = new Set(
  [
    `a about after all also am an and any are as at be because been before being but by can could did do does for from
     had has have having he her here him his how i if in into is it its just me more most my no nor not now of off on
     once only or other our out over own same she so some such than that the their them then there these they this
     those to too until up us very was we were what when where which while who why will with would you your
     dear hello hey hi thank thanks`,
    `a al algo ante antes así aun aún aunque como cómo con contra cual cuál cuando cuándo cuanto de del desde donde
     dónde dos e el él ella ellas ellos en entre era eres es esa ese eso esta está están este esto estos fue ha han has
     hasta hay he la las le les lo los más me mi mis muy ni no nos o os otra otro para pero poco por porque pues que
     qué quien se ser si sí sido sin sobre son soy su sus también tan te tiene todo tu tú tus un una uno unas unos y
     ya yo buenas buenos gracias hola`,
    `في من على إلى عن مع هذا هذه ذلك تلك التي الذي أن إن أنه إنه كان كانت قد لا لم لن ما هل هو هي أنا نحن أنت ثم أو
     كل بعد قبل عند لقد حتى إذا كما أي غير بين منذ لكن ليس به له لها فيه فيها لي لك مرحبا أهلا شكرا`,
  ]
    .join(' ')
    .split(/\s+/)
    .map(bareOf),
);

export const saysSomething = ({ written }: Word): boolean => !functionWords.has(bareOf(written));
