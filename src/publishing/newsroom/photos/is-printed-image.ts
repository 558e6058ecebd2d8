import { type Db, query } from '../../../platform/database/index.ts'

const printed = query<{ image: string }, { is_printed: boolean }>(
  'select exists (select from printed_photo p where p.digest = :image) as is_printed',
)

/** Whether an image ever was public. */
export async function isPrintedImage(db: Pick<Db, 'executeQuery'>, image: string): Promise<boolean> {
  return (await printed(db, { image }))[0]!.is_printed
}
