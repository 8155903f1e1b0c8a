import { Icon } from '../../../components/icon/icon.tsx';
import classes from './frozen-conversation.module.css';

/** An empty middle that says what to do next. */
export function NothingToReview({ text }: { readonly text: string }) {
  return (
    <main className={classes['nothing']}>
      <Icon name="quality" size={20} />
      <p>{text}</p>
    </main>
  );
}
