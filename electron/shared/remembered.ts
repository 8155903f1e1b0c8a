/** A pure function that keeps what it has answered: at most so many answers, after which it begins anew. */
export function remembered<Question, Answer extends object | string | boolean>(
  answer: (question: Question) => Answer,
  most = Number.POSITIVE_INFINITY,
): (question: Question) => Answer {
  const known = new Map<Question, Answer>();
  return (question) => {
    const before = known.get(question);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const made = answer(question);
    known.set(question, made);
    return made;
  };
}
