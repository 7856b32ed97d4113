/** Middle dots of every script, as they stand in a folded text: · • ・ ‧ ∙ ⋅ ⸱ ꞏ. For a class of a regular expression. */
export const dots = '·•・‧∙⋅⸱ꞏ᛫';
