/**
 * Purchase requests from submission to the order sent to the vendor. Driven by
 * bpmn/procurement/procurement-approval.bpmn. Others may use ids, events and this root package;
 * steps are for workers only.
 */
@NullMarked
package io.plumbline.procurement;

import org.jspecify.annotations.NullMarked;
