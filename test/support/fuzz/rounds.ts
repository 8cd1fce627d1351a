import fc from 'fast-check';

/** What became of a round: what it fed in was taken, or refused in a sentence. */
export type Came = 'accepted' | 'refused';
export type Tally = Readonly<Record<Came | 'rounds', number>>;

const WHOLE = process.env['FUZZ'] === 'whole' ? 50 : 1;
/** The same rounds every time; `FUZZ_SEED=7 npm test` tries others. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_630);

/**
 * Asks the property of made-up input, round by round, and prints how many were taken and refused. `FUZZ=whole npm test` tries
 * fifty times as many. A round that fails says the seed and the smallest input that fails the same way.
 */
export async function fuzz<T>(subject: string, rounds: number, input: fc.Arbitrary<T>, round: (input: T) => Came | Promise<Came>): Promise<Tally> {
  const tally = { rounds: rounds * WHOLE, accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(input, async (given) => {
      tally[await round(given)] += 1;
    }),
    { numRuns: tally.rounds, seed: SEED },
  );
  console.log(`${subject}: ${tally.rounds} rounds (seed ${SEED}), ${tally.accepted} accepted, ${tally.refused} refused in a sentence`);
  return tally;
}
