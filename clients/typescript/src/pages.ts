/**
 * Every item of a list that comes in pages. `page` asks for one page after a cursor; `items` takes the items out of it.
 *
 *     everyItem((cursor) => unwrap(client.GET("/v1/products", { params: { query: { cursor } } })), (page) => page.products)
 */
export async function* everyItem<Page extends { next_cursor?: string }, Item>(
  page: (cursor?: string) => Promise<Page>,
  items: (page: Page) => Item[],
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  do {
    const answer = await page(cursor);
    yield* items(answer);
    cursor = answer.next_cursor;
  } while (cursor !== undefined);
}
