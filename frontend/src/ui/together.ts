/** Questions about single ids, asked together: what is wanted in the same moment goes out as one request. */

type Ask<T> = (ids: string[]) => Promise<Map<string, T>>;

interface Wish<T> {
  id: string;
  give: (found: T | null) => void;
  fail: (error: unknown) => void;
}

const MOST = 200;

/** What each is called, of an answer that names them. */
export const namesById = ({ items }: { items: { id: string; name: string }[] }) => new Map(items.map(({ id, name }) => [id, name]));

export function together<T>(ask: Ask<T>): (id: string) => Promise<T | null> {
  let wishes: Wish<T>[] = [];

  async function send() {
    const now = wishes.splice(0, MOST);
    if (wishes.length > 0) queueMicrotask(() => void send());
    try {
      const found = await ask([...new Set(now.map(({ id }) => id))]);
      now.forEach(({ id, give }) => give(found.get(id) ?? null));
    } catch (error) {
      now.forEach(({ fail }) => fail(error));
    }
  }

  return (id) =>
    new Promise((give, fail) => {
      // Rows of one list are drawn in one go, their questions follow in the next turn.
      if (wishes.length === 0) setTimeout(() => void send());
      wishes = [...wishes, { id, give, fail }];
    });
}
