'use client';
import { $generateNodesFromDOM } from '@payloadcms/richtext-lexical/lexical/html';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  PASTE_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from '@payloadcms/richtext-lexical/lexical';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { toast } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { cleanWord } from '../../../rich-text/clean-word.ts';
import { rtfPictures } from '../../../rich-text/rtf-pictures.ts';
import { PasteNotes } from './PasteNotes.tsx';

/**
 * Takes over pasting of HTML that did not come from this editor. Pictures that came along become uploads, which ask for
 * 替代文字 each; for those that did not, and for everything else that is not as it was, the writer is told.
 */
export const PastePlugin = () => {
  const [editor] = useLexicalComposerContext();
  const [notes, setNotes] = useState<readonly string[]>([]);
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const data = 'clipboardData' in event ? event.clipboardData : null;
          const html = data?.getData('text/html') ?? '';
          if (!data || html === '' || data.types.includes('application/x-lexical-editor')) return false;
          const selection = $getSelection();
          if (!$isRangeSelection(selection)) return false;
          const {
            html: clean,
            lostPictures,
            notes: told = [],
          } = cleanWord(html, rtfPictures(data.getData('text/rtf')));
          event.preventDefault();
          const nodes = $generateNodesFromDOM(editor, new DOMParser().parseFromString(clean, 'text/html'));
          if (
            nodes.length > 0 &&
            !editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection })
          )
            selection.insertNodes(nodes);
          setNotes((before) => [...new Set([...before, ...told])]);
          if (lostPictures > 0)
            toast.warning(`有${lostPictures}张图片没有随文字过来：请把光标放到原处，用工具栏的“上传”插入。`, {
              duration: 12_000,
            });
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );
  return <PasteNotes notes={notes} onRead={() => setNotes([])} />;
};
