/** A picture that must not be stored; `message` is the one Chinese sentence for the person who sent it. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
}
