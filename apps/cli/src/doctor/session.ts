import pg from 'pg';

/** A connection of its own for one question. */
export const withSession = async <Answer>(
  url: string,
  ask: (session: pg.Client) => Promise<Answer>,
): Promise<Answer> => {
  const session = new pg.Client({ connectionString: url });
  await session.connect();
  try {
    return await ask(session);
  } finally {
    await session.end();
  }
};
