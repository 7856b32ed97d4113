/** What every picture that a machine made says of itself, wherever it is shown (标识办法 2025). */
export const aiMark = '图片由人工智能生成';
