declare namespace PDFKit.Mixins {
  interface PDFImage {
    /** Reads a JPEG or PNG without drawing it; throws for anything else. What it gives can be drawn with `image`. */
    openImage(source: Buffer): { width: number; height: number } & Buffer;
  }
}
