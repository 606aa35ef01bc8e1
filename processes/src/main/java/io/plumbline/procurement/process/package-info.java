/**
 * The contract between the house and the process {@code procurement-approval}
 * (bpmn/procurement/procurement-approval.bpmn with dmn/procurement/approval-matrix.dmn): the names
 * both sides use and the variables that travel. Workers and the gateway read names from here and
 * never write one as text.
 */
@NullMarked
package io.plumbline.procurement.process;

import org.jspecify.annotations.NullMarked;
