/** Does something with each, with so many at the same time. Answers come in the order of the items. */
export async function pooled<Item, Answer>(
  items: readonly Item[],
  size: number,
  task: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) answers[index] = await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, worker));
  return answers;
}
