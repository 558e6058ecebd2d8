/** Words that every object answers to. In forms, names, texts and addresses they are words like any other. */
export const inherited_words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'] as const
