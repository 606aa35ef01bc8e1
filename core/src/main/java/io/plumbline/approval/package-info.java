/**
 * Tasks decided away from the web: by a code or a button on the phone, by a link in a mail. A
 * feature says with an {@link io.plumbline.approval.AnswerableKind} which of its tasks may be
 * answered so and how the question reads; who may decide is the inbox's business alone.
 */
@NullMarked
package io.plumbline.approval;

import org.jspecify.annotations.NullMarked;
