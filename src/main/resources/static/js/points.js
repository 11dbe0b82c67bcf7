// Draws a partner's quarters. Without it the table below has the same figures.
(function () {
  'use strict';

  document.querySelectorAll('canvas[data-chart]').forEach(function (canvas) {
    var data = JSON.parse(canvas.dataset.chart);
    var numbers = new Intl.NumberFormat(data.language);

    // Both axes have their zero at the same height, and the same lines.
    function step(values) {
      var top = Math.max.apply(null, values.map(Math.abs));
      var unit = Math.pow(10, Math.floor(Math.log10(top / 4 || 1)));
      return unit * [1, 2, 5, 10].find(function (times) {
        return unit * times >= top / 4;
      });
    }
    var scales = { purchases: { values: data.purchases, step: step(data.purchases) }, points: { values: data.points, step: step(data.points) } };
    function steps(direction) {
      return Math.max.apply(null, Object.values(scales).map(function (scale) {
        return Math.ceil(Math.max.apply(null, scale.values.map(function (value) {
          return direction * value / scale.step;
        }).concat(0)));
      }));
    }
    var above = Math.max(steps(1), 1);
    var below = steps(-1);

    function axis(name, position, title) {
      return {
        position: position,
        min: -below * scales[name].step,
        max: above * scales[name].step,
        title: { display: canvas.clientWidth > 480, text: title },
        grid: { drawOnChartArea: name === 'purchases', color: '#d8dfe6' },
        border: { display: false },
        ticks: {
          stepSize: scales[name].step,
          callback: function (value) {
            return new Intl.NumberFormat(data.language, { notation: 'compact' }).format(value);
          }
        }
      };
    }

    new Chart(canvas, {
      data: {
        labels: data.labels,
        datasets: [
          { type: 'line', label: data.pointsLabel, data: data.points, yAxisID: 'points', borderColor: '#c2410c', backgroundColor: '#c2410c',
            borderWidth: 2, pointRadius: 4, pointStyle: 'rectRot', tension: 0 },
          { type: 'bar', label: data.purchasesLabel, data: data.purchases, yAxisID: 'purchases', backgroundColor: '#1b3a57', maxBarThickness: 44 }
        ]
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        color: '#1c2b39',
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { grid: { display: false } },
          purchases: axis('purchases', 'left', data.purchasesLabel),
          points: axis('points', 'right', data.pointsLabel)
        },
        plugins: {
          legend: { position: 'bottom', labels: { usePointStyle: true } },
          tooltip: {
            callbacks: {
              label: function (item) {
                return item.dataset.label + ': ' + numbers.format(item.raw);
              }
            }
          }
        }
      }
    });
  });
})();
